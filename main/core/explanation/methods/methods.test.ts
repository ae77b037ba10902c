import { expect, it } from 'vitest';
import { rankAgreement } from './rank-agreement.ts';

it('is Spearman’s correlation, ties included', () => {
  // scipy 1.16, spearmanr
  const one = [0.3, -0.1, 0, 0, 0.25, -0.4, 0.1];
  const other = [0.2, -0.3, 0.05, 0, 0.25, -0.2, 0];
  expect(rankAgreement(one, other)).toBeCloseTo(0.8454545454545456, 12);
});

it('is not defined where a method says the same of all words', () => {
  expect(rankAgreement([1, 1, 1], [1, 2, 3])).toBeNull();
  expect(rankAgreement([1], [2])).toBeNull();
});
