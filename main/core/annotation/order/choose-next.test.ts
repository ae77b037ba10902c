import { expect, it } from 'vitest';
import { entropyOf } from '#core/domain/class-probabilities.ts';
import { beliefOf } from './belief-of.ts';
import { drawNext, takeDiverse, takeLikely, type Candidate } from './choose-next.ts';

const candidate = (number: number, score: number, column = number): Candidate => ({
  number,
  score,
  features: [[column, 1]],
});

it('What a model is least sure of comes first, and no copies of what was taken', () => {
  const candidates = [
    candidate(1, 1, 7),
    candidate(2, 1, 7),
    candidate(3, 0.97, 8),
    candidate(4, 0.08, 9),
  ];
  // Documents 1 and 2 are copies: the second is worth nothing once the first is taken.
  expect(takeDiverse(candidates, 3)).toEqual([1, 3, 4]);
  expect(takeDiverse(candidates, 9)).toHaveLength(4);
});

it('Entropy is in bits: 1 for a coin, 0 for what is certain', () => {
  expect(entropyOf([0.5, 0.5])).toBe(1);
  expect(entropyOf([1, 0])).toBe(0);
  // scipy.stats.entropy([0.7, 0.2, 0.1], base=2)
  expect(entropyOf([0.7, 0.2, 0.1])).toBeCloseTo(1.1567796494470395, 12);
});

it('What is likely of a rare class comes first', () => {
  const candidates = [candidate(1, 0.1), candidate(2, 0.9), candidate(3, 0.9), candidate(4, 0.3)];
  expect(takeLikely(candidates, 3)).toEqual([2, 3, 4]);
});

it('A random choice hangs on its seed alone, not on the order of candidates', () => {
  const numbers = Array.from({ length: 50 }, (_, at) => at);
  const drawn = drawNext(numbers, 4);
  expect(drawNext(numbers.toReversed(), 4)).toEqual(drawn);
  expect(drawNext(numbers, 5)).not.toEqual(drawn);
  expect(drawn.toSorted((a, b) => a - b)).toEqual(numbers);
});

it('A text in which a model finds nothing is not one of which it is sure', () => {
  const classes = [
    { name: 'no', probability: 0.5 },
    { name: 'yes', probability: 0.5 },
  ];
  expect(beliefOf({ kind: 'classification', classes }, [])).toEqual({
    labels: ['no', 'yes'],
    probabilities: [0.5, 0.5],
    doubt: 1,
  });
  const labels = [
    { name: 'fever', probability: 0.99 },
    { name: 'cough', probability: 0.5 },
  ];
  expect(beliefOf({ kind: 'multi-label', labels }, [])).toEqual({
    labels: ['fever', 'cough'],
    probabilities: [0.99, 0.5],
    doubt: 1,
  });
  const mentions = [
    { type: 'Disease', score: 0.9 },
    { type: 'Disease', score: 0.6 },
  ];
  expect(beliefOf({ kind: 'entities', mentions, doubt: 0.2 }, ['Drug', 'Disease'])).toEqual({
    labels: ['Drug', 'Disease'],
    probabilities: [0, 0.9],
    doubt: 0.2,
  });
  expect(beliefOf({ kind: 'entities', mentions: [], doubt: 0.4 }, ['Drug']).doubt).toBe(0.4);
});
