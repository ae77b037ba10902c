import { expect, it } from 'vitest';
import { readSettlingKey } from './settling-keys.ts';

const press = (key: string, held: object = {}) =>
  readSettlingKey({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  });

it('decides by one key, whatever the case of letters', () => {
  expect(['ArrowLeft', 'ArrowRight', 'b', 'N'].map((key) => press(key))).toEqual([
    'left',
    'right',
    'both',
    'neither',
  ]);
});

it('walks, opens again, undoes and goes on', () => {
  expect(press('ArrowDown')).toBe('next');
  expect(press('Delete')).toBe('open');
  expect(press('z', { ctrlKey: true })).toBe('undo');
  expect(press('Z', { metaKey: true, shiftKey: true })).toBe('redo');
  expect(press('Enter', { ctrlKey: true })).toBe('next-document');
});

it('decides nothing by a key with something held down', () => {
  expect(press('ArrowLeft', { altKey: true })).toBeNull();
  expect(press('n', { ctrlKey: true })).toBeNull();
});
