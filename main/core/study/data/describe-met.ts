import type { Contamination } from '#core/domain/contamination.ts';
import type { Phrase } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';

/** That tested examples resemble some that are learned from, in a sentence; null where none does. */
export function describeMet({ unit, folds }: Contamination): Phrase | null {
  const sum = (key: 'of' | 'exact' | 'near') =>
    folds.reduce((total, { testByTraining }) => total + testByTraining[key], 0);
  const near = sum('near');
  if (near === 0) return null;
  return say('warnings', 'nearlySame', unit, sum('of'), near, sum('exact'));
}
