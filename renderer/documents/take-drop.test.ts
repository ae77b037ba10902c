import { expect, test } from 'vitest';
import { takeDrop } from './take-drop.ts';

test('dropped files are named by where they lie, each once', () => {
  const pathOf = (name: string) => `/export/${name}`;
  expect(takeDrop(['a.csv', 'letters', 'a.csv'], pathOf)).toEqual({
    paths: ['/export/a.csv', '/export/letters'],
    missing: null,
  });
});

test('one that lies on no disk is told of, and the others are taken', () => {
  const pathOf = (name: string) => (name === 'picture' ? '' : `/export/${name}`);
  expect(takeDrop(['picture', 'a.csv'], pathOf)).toEqual({
    paths: ['/export/a.csv'],
    missing: 'no-place',
  });
});

test('a browser tells no places, and text that is dropped is no file', () => {
  expect(takeDrop(['a.csv'], null)).toEqual({ paths: [], missing: 'browser' });
  expect(takeDrop([], null)).toEqual({ paths: [], missing: null });
});
