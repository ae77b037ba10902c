import { expect, it } from 'vitest';
import { indexTerms } from '#core/corpus/find-terms.ts';
import { listExplainedWords } from '../words/explained-words.ts';
import { upperTail } from './hypergeometric.ts';
import { judgeByTerms, markTermWords } from './judge-by-terms.ts';

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
