import fc from 'fast-check';
import { expect, it } from 'vitest';
import { usualRule } from './likeness-rule.ts';
import { ShingleIndex } from './shingle-index.ts';
import { areAlike, shinglesOf } from './testing/compare-all.ts';

const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => `w${from + at}`).join(' ');

it('finds a paragraph of a long note, and a note within a long text', () => {
  const index = new ShingleIndex();
  index.add(words(0, 500));
  index.add(words(1000, 12));
  expect(index.size).toBe(2);
  expect(index.hasNearDuplicate(words(200, 8))).toBe(true);
  // Seven words in a row are a set phrase.
  expect(index.hasNearDuplicate(words(200, 7))).toBe(false);
  expect(index.hasNearDuplicate(`${words(2000, 600)} ${words(1000, 12)} ${words(3000, 600)}`)).toBe(
    true,
  );
  expect(index.hasNearDuplicate(words(5000, 100))).toBe(false);
});

it('takes short texts whole, and those without a word for nothing', () => {
  const index = new ShingleIndex();
  for (const text of ['geen koorts', '', '...']) index.add(text);
  expect(index.hasNearDuplicate('Geen koorts.')).toBe(true);
  expect(index.hasNearDuplicate('geen koorts meer')).toBe(false);
  expect(index.hasNearDuplicate('---')).toBe(false);
});

it('finds just what a comparison with each finds', () => {
  // Few words, so that texts share runs of five by chance.
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 60 })
    .map((all) => all.join(' '));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), text, (documents, asked) => {
      const index = new ShingleIndex();
      for (const document of documents) index.add(document);
      const known = documents.map(shinglesOf);
      const expected = known.some((each) => areAlike(usualRule, each, shinglesOf(asked)));
      expect(index.hasNearDuplicate(asked)).toBe(expected);
      expect(index.hasNearDuplicate(asked), 'asked again').toBe(expected);
    }),
    { numRuns: 500 },
  );
});

it('holds many shingles', () => {
  const index = new ShingleIndex();
  for (let note = 0; note < 400; note++) index.add(words(note * 1000, 100));
  for (let note = 0; note < 400; note++) {
    expect(index.hasNearDuplicate(words(note * 1000 + 40, 20))).toBe(true);
    expect(index.hasNearDuplicate(words(note * 1000 + 500, 20))).toBe(false);
  }
});
