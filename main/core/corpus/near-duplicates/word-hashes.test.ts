import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WordHashes } from './word-hashes.ts';

const words = new WordHashes();

function hashesOf(text: string): string[] {
  words.read(text);
  return Array.from({ length: words.count }, (_, at) => `${words.low[at]} ${words.high[at]}`);
}

it('are as many as the expression finds, and equal where the words are', () => {
  const hashOfWord = new Map<string, string>();
  const wordOfHash = new Map<string, string>();
  const piece = fc.constantFrom(
    'a',
    'É',
    'e\u0301',
    'Σ',
    'ß',
    '7',
    '²',
    '𝐀',
    '😷',
    '\ud835',
    ' ',
    '-',
  );
  const text = fc.oneof(
    fc.array(piece).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, (each) => {
      const expected =
        each
          .normalize('NFC')
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [];
      const found = hashesOf(each);
      expect(found.length).toBe(expected.length);
      for (const [at, word] of expected.entries()) {
        expect(hashOfWord.get(word) ?? found[at]).toBe(found[at]);
        expect(wordOfHash.get(found[at]) ?? word).toBe(word);
        hashOfWord.set(word, found[at]);
        wordOfHash.set(found[at], word);
      }
    }),
    { numRuns: 2000 },
  );
  expect(hashOfWord.size).toBeGreaterThan(500);
});

it('are read beyond the memory that was there at first', () => {
  expect(new Set(hashesOf('Koorts, '.repeat(5000)))).toEqual(new Set(hashesOf('koorts')));
  expect(words.count).toBe(1);
  expect(hashesOf('Koorts, '.repeat(5000))).toHaveLength(5000);
});
