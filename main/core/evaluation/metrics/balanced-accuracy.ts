import type { ConfusionMatrix } from './confusion-matrix.ts';

/**
 * Mean recall of the classes that occur: Brodersen et al., ICPR 2010, for any number of classes as
 * in scikit-learn. 1/k for one class given to all; null where nothing occurs.
 */
export function balancedAccuracy({ labels, counts }: ConfusionMatrix): number | null {
  const size = labels.length;
  let sum = 0;
  let classes = 0;
  for (let row = 0; row < size; row++) {
    const gold = counts.subarray(row * size, (row + 1) * size).reduce((a, b) => a + b, 0);
    if (gold === 0) continue;
    sum += counts[row * size + row] / gold;
    classes++;
  }
  return classes === 0 ? null : sum / classes;
}
