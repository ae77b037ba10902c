import type { ConfusionMatrix } from './confusion-matrix.ts';

/**
 * Agreement beyond chance (pₒ − pₑ)/(1 − pₑ), pₑ from how often each side gives each class: Cohen,
 * Educational and Psychological Measurement 20 (1960), unweighted. From −1 to 1; null where both
 * sides give one and the same class to all, so that chance alone explains everything.
 */
export function cohenKappa({ labels, counts }: ConfusionMatrix): number | null {
  const size = labels.length;
  let all = 0;
  let agreed = 0;
  let expected = 0;
  for (let label = 0; label < size; label++) {
    let rows = 0;
    let columns = 0;
    for (let other = 0; other < size; other++) {
      rows += counts[label * size + other];
      columns += counts[other * size + label];
    }
    all += rows;
    agreed += counts[label * size + label];
    expected += rows * columns;
  }
  const beyond = all * all - expected;
  return beyond === 0 ? null : (all * agreed - expected) / beyond;
}
