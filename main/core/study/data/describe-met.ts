import type { Contamination } from '#core/domain/contamination.ts';
import type { Phrase } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';

/**
 * That tested examples resemble some that are learned from, in a sentence; null where none does. Of the
 * first division into so many folds: another tests the same examples again.
 */
export function describeMet({ unit, folds }: Contamination, foldCount: number): Phrase | null {
  const once = folds.filter(({ fold }) => fold < foldCount);
  const sum = (key: 'of' | 'exact' | 'near') =>
    once.reduce((total, { testByTraining }) => total + testByTraining[key], 0);
  const near = sum('near');
  if (near === 0) return null;
  return say('warnings', 'nearlySame', unit, sum('of'), near, sum('exact'));
}
