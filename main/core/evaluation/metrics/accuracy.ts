import type { ConfusionMatrix } from './confusion-matrix.ts';

/** The share of examples on the diagonal of a confusion matrix. */
export function accuracy({ labels, counts }: ConfusionMatrix): number {
  let right = 0;
  let all = 0;
  for (let cell = 0; cell < counts.length; cell++) {
    all += counts[cell];
    if (cell % (labels.length + 1) === 0) right += counts[cell];
  }
  return all === 0 ? 0 : right / all;
}
