import type { Contamination } from '#core/domain/contamination.ts';
import { formatCount } from '#core/base/format-number.ts';

/** That tested examples resemble some that are learned from, in a sentence; null where none does. */
export function describeMet({ unit, folds }: Contamination): string | null {
  const sum = (key: 'of' | 'exact' | 'near') =>
    folds.reduce((total, { testByTraining }) => total + testByTraining[key], 0);
  const near = sum('near');
  if (near === 0) return null;
  const exact = sum('exact');
  const which = unit === 'notes' ? 'notes' : 'sentences of eight words or more';
  const words = exact === 0 ? '' : `, ${formatCount(exact)} of them word for word`;
  return `Of the ${formatCount(sum('of'))} tested ${which}, ${formatCount(near)} are nearly the same as one that is learned from in that fold${words}: the figures are better than those of new text would be. contamination.csv lists the pairs.`;
}
