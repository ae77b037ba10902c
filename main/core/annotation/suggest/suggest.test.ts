import { expect, it } from 'vitest';
import { findTerms, indexTerms } from '#core/corpus/find-terms.ts';
import { learnTerms } from './learn-terms.ts';

const terms = indexTerms([
  { text: 'diabetes', type: 'Disease' },
  { text: 'diabetes mellitus', type: 'Disease' },
  { text: 'ácido fólico', type: 'Drug' },
  { text: 'IL-6', type: 'Test' },
  { text: ' ', type: 'Drug' },
]);

it('Terms are found as whole words, the longest first, whatever case and white space', () => {
  const text = 'DIABETES\u00a0\n mellitus, prediabetes, il-6 y Ácido  fólico; diabetes 😀';
  const found = findTerms(text, terms).map(({ start, end, type }) => [
    text.slice(start, end),
    type,
  ]);
  expect(found).toEqual([
    ['DIABETES\u00a0\n mellitus', 'Disease'],
    ['il-6', 'Test'],
    ['Ácido  fólico', 'Drug'],
    ['diabetes', 'Disease'],
  ]);
});

it('Terms are learned from marks: with the commonest type, and not of words mostly left alone', () => {
  const mark = (text: string, words: string, type: string) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length, type };
  };
  const first = 'fiebre alta y dolor';
  const second = 'dolor, dolor y fiebre alta';
  const learned = learnTerms([
    { text: first, marks: [mark(first, 'fiebre alta', 'A'), mark(first, 'dolor', 'B')] },
    { text: second, marks: [mark(second, 'fiebre alta', 'A')] },
  ]);
  expect([...learned.types]).toEqual([['fiebre alta', 'A']]);
});
