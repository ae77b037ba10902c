import { cohenKappa } from '#core/evaluation/metrics/cohen-kappa.ts';
import { defined, notDefined, type AgreementValue } from './rated-documents.ts';

/** Cohen's kappa of two persons: of each document the category that the one gave, and the other. */
export function cohenOfPair(
  pairs: readonly (readonly number[])[],
  categories: readonly string[],
): AgreementValue {
  if (pairs.length === 0) return notDefined('no-shared-documents');
  const counts = new Float64Array(categories.length ** 2);
  for (const [first, second] of pairs) counts[first * categories.length + second]++;
  const kappa = cohenKappa({ labels: categories, counts });
  return kappa === null ? notDefined('one-category') : defined(kappa);
}
