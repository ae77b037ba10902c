import { expect, it } from 'vitest';
import { inEnglish } from '#core/base/phrase.ts';
import type { Contamination } from '#core/domain/contamination.ts';
import { describeMet } from './describe-met.ts';

const none = { of: 0, exact: 0, near: 0 };
/** Two divisions of 40 notes into two folds; each has met 3 notes, 1 of them word for word. */
const divided = (near: readonly number[]): Contamination => ({
  unit: 'notes',
  folds: near.map((count, fold) => ({
    fold,
    testByTraining: { of: 20, exact: Math.min(1, count), near: count },
    testByCorpora: none,
    trainingByCorpora: none,
  })),
  pairs: [],
  pairCount: 0,
});

it('examples are counted once, however often they are divided', () => {
  const once = describeMet(divided([3, 0]), 2);
  expect(once).not.toBeNull();
  expect(describeMet(divided([3, 0, 2, 1]), 2)).toEqual(once);
  expect(inEnglish(once!)).toMatch(/\b3\b.*\b40\b|\b40\b.*\b3\b/);
});

it('nothing is said where the first division has met nothing', () => {
  expect(describeMet(divided([0, 0, 2, 1]), 2)).toBeNull();
});
