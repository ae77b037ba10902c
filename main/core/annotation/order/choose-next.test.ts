import { expect, it } from 'vitest';
import { chooseNext, entropyOf, type Candidate } from './choose-next.ts';

const candidate = (number: number, yes: number, column = number): Candidate => ({
  number,
  probabilities: [1 - yes, yes],
  features: [[column, 1]],
});

it('What a model is least sure of comes first, and no copies of what was taken', () => {
  const candidates = [
    candidate(1, 0.5, 7),
    candidate(2, 0.5, 7),
    candidate(3, 0.6, 8),
    candidate(4, 0.99, 9),
  ];
  // Documents 1 and 2 are copies: the second is worth nothing once the first is taken.
  expect(chooseNext(candidates, 3, { by: 'uncertain' })).toEqual([1, 3, 4]);
  expect(chooseNext(candidates, 9, { by: 'uncertain' })).toHaveLength(4);
});

it('Entropy is in bits: 1 for a coin, 0 for what is certain', () => {
  expect(entropyOf({ probabilities: [0.5, 0.5] })).toBe(1);
  expect(entropyOf({ probabilities: [1, 0] })).toBe(0);
  // scipy.stats.entropy([0.7, 0.2, 0.1], base=2)
  expect(entropyOf({ probabilities: [0.7, 0.2, 0.1] })).toBeCloseTo(1.1567796494470395, 12);
});

it('What is likely of a rare class comes first', () => {
  const candidates = [candidate(1, 0.1), candidate(2, 0.9), candidate(3, 0.9), candidate(4, 0.3)];
  expect(chooseNext(candidates, 3, { by: 'likely', label: 1 })).toEqual([2, 3, 4]);
});

it('A random choice hangs on its seed alone, not on the order of candidates or on a model', () => {
  const candidates = Array.from({ length: 50 }, (_, at) => candidate(at, at / 50));
  const drawn = chooseNext(candidates, 10, { by: 'random', seed: 4 });
  const blind = candidates.map((each) => ({ ...each, probabilities: [1, 0] })).reverse();
  expect(chooseNext(blind, 10, { by: 'random', seed: 4 })).toEqual(drawn);
  expect(chooseNext(candidates, 10, { by: 'random', seed: 5 })).not.toEqual(drawn);
});
