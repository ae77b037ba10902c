import { expect, test } from 'vitest';

import { readDocuments } from '../testing/read-documents.ts';
import { recogniseDocuments } from './document-formats.ts';
import { defaultLimits } from './read-limits.ts';
import { textFormat } from './text-format.ts';

const text = '\ufeffEerste regel 😀\r\nmet e\u0301\r\n\r\n \tTweede\u00a0blok\n';

test('a text keeps every character, without its byte order mark', async () => {
  const { documents, problems } = await readDocuments(textFormat, { 'map/a.txt': text });
  expect(documents.map(({ id, text }) => [id, text])).toEqual([['map/a.txt', text.slice(1)]]);
  expect(problems).toEqual([]);
});

test('lines and blocks know where they begin', async () => {
  const lines = await readDocuments(textFormat, { 'a.txt': text }, { unit: 'line' });
  expect(lines.documents.map(({ place, text }) => [place.line, text])).toEqual([
    [1, 'Eerste regel 😀'],
    [2, 'met e\u0301'],
    [4, ' \tTweede\u00a0blok'],
  ]);
  const blocks = await readDocuments(textFormat, { 'a.txt': 'a\nb\n\n\nc\n' }, { unit: 'block' });
  expect(blocks.documents.map(({ id, text }) => [id, text])).toEqual([
    ['a.txt:1', 'a\nb'],
    ['a.txt:5', 'c'],
  ]);
});

test('what is empty, binary or too long is told, and what stands beside it is read', async () => {
  const { documents, problems } = await readDocuments(
    textFormat,
    {
      'a.txt': ' \n',
      'b.txt': Uint8Array.of(0, 1, 2, 0, 0, 255, 0, 3),
      'c.txt': 'x'.repeat(99),
      'd.txt': 'y',
    },
    { limits: { ...defaultLimits, documentLength: 50 } },
  );
  expect(documents.map(({ id }) => id)).toEqual(['d.txt']);
  expect(problems.map(({ file, rule, action }) => [file, rule, action])).toEqual([
    ['a.txt', 'file-empty', 'left-out'],
    ['b.txt', 'file-not-text', 'left-out'],
    ['c.txt', 'document-too-long', 'left-out'],
  ]);
});

test('it is the last guess for any text, and none for what is no text', () => {
  const head = { extension: '.txt', bytes: new Uint8Array(0), text: 'a', besides: [] };
  expect(recogniseDocuments(head)[0]?.format).toBe('text');
  expect(recogniseDocuments({ ...head, text: '', extension: '.png' })).toEqual([]);
});
