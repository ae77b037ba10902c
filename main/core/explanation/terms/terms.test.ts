import { expect, it } from 'vitest';
import { indexTerms } from '#core/corpus/find-terms.ts';
import { listExplainedWords } from '../words/explained-words.ts';
import { upperTail } from './hypergeometric.ts';
import { compareTerms } from './compare-terms.ts';
import { judgeByTerms, markTermWords } from './judge-by-terms.ts';
import { poolTerms } from './pool-terms.ts';

it.each([
  // scipy 1.16: hypergeom.sf(count - 1, population, marked, drawn)
  [3, { population: 40, marked: 6, drawn: 10 }, 0.1527519422256265],
  [0, { population: 40, marked: 6, drawn: 10 }, 1],
  [6, { population: 40, marked: 6, drawn: 10 }, 5.4710581026370506e-5],
  [2, { population: 200, marked: 3, drawn: 10 }, 0.006601187756966651],
  [10, { population: 12, marked: 11, drawn: 10 }, 0.16666666666666666],
])('%i or more of %j by chance', (count, draw, expected) => {
  expect(upperTail(count, draw) / expected).toBeCloseTo(1, 10);
});

it('takes words of terms for what experts look for, also of terms of several words', () => {
  const text = 'Orale candidiasis sinds mei; candidiasis elders, geen spruw.';
  const words = listExplainedWords(text, 'word');
  const list = [
    { text: 'orale candidiasis', type: 'term' },
    { text: 'spruw', type: 'term' },
  ];
  const isInTerms = markTermWords(text, words, indexTerms(list));
  expect(words.filter((_, word) => isInTerms[word]).map(({ word }) => word)).toEqual([
    'Orale',
    'candidiasis',
    'spruw',
  ]);
  // Orale, candidiasis, sinds, mei, elders, geen, spruw: what speaks against the class counts for nothing.
  const agreement = judgeByTerms([0.3, 0.2, 0.25, -0.4, 0, 0.1, -0.3], isInTerms, 3);
  expect(agreement).toMatchObject({ first: 3, firstInTerms: 2, words: 7, inTerms: 3 });
  expect(agreement.precision).toBeCloseTo(2 / 3, 12);
  // (3 choose 2)(4 choose 1) + (3 choose 3) of (7 choose 3).
  expect(agreement.p).toBeCloseTo(13 / 35, 12);
});

it('says nothing by chance where no word speaks for the class', () => {
  expect(judgeByTerms([-1, 0], [true, false], 10)).toMatchObject({ precision: null, p: null });
});

const noteOf = (words: number, inTerms: number, first: number, firstInTerms: number) => ({
  ...{ words, inTerms, first, firstInTerms, byChance: inTerms / words },
  ...{ precision: first === 0 ? null : firstInTerms / first, p: null },
});

it('adds notes up: how likely chance gives as many terms in all of them', () => {
  const pooled = poolTerms([
    ...[noteOf(40, 6, 10, 3), noteOf(25, 0, 10, 0), noteOf(60, 4, 8, 2)],
    ...[noteOf(12, 11, 5, 5), noteOf(200, 3, 10, 1), noteOf(30, 5, 0, 0)],
  ]);
  expect(pooled).toMatchObject({ notes: 5, notesWithTerms: 4, first: 43, firstInTerms: 11 });
  expect(pooled.expected).toBeCloseTo(6.766666666666667, 12);
  // scipy 1.16: hypergeom.pmf of each note, convolved by numpy.
  expect(pooled.p! / 0.004701042740783109).toBeCloseTo(1, 9);
  expect(poolTerms([noteOf(30, 5, 0, 0)]).p).toBeNull();
});

it('compares two models by note, with the notes of a patient as one', () => {
  const pair = (groupId: string | null, a: number, b: number) => ({
    ...{ groupId, a: noteOf(40, 6, 10, a), b: noteOf(40, 6, 10, b) },
  });
  const alone = [3, 2, 4, 1, 3, 2].map((a) => pair(null, a, 0));
  const compared = compareTerms(alone, 1)!;
  expect(compared).toMatchObject({ notes: 6, groups: 6, difference: 2.5, interval: null });
  // Of 64 ways to swap only the two that go all one way are as far apart.
  expect(compared.p).toBeCloseTo(2 / 64, 12);
  const ofOne = alone.map((each) => ({ ...each, groupId: 'p1' }));
  expect(compareTerms(ofOne, 1)).toMatchObject({ groups: 1, p: 1 });
  const many = Array.from({ length: 30 }, (_, note) => pair(`p${note % 15}`, 1 + (note % 3), 1));
  const { interval, difference } = compareTerms(many, 1)!;
  expect(difference).toBe(1);
  expect(interval!.lower).toBeLessThan(1);
  expect(interval!.upper).toBeGreaterThan(1);
  expect(compareTerms(many, 1)!.interval).toEqual(interval);
  expect(compareTerms([], 1)).toBeNull();
});
