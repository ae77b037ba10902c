import type { ConfusionMatrix } from './confusion-matrix.ts';

/**
 * Matthews correlation for any number of classes: Gorodkin, "Comparing two K-category assignments
 * by a K-category correlation coefficient", Computational Biology and Chemistry 28 (2004),
 * equation 8, in the form (c·s − Σ pₖtₖ) / √((s² − Σ pₖ²)(s² − Σ tₖ²)), where s counts all, c the
 * right ones, tₖ and pₖ how often class k is true and predicted. 0 when truth or prediction has
 * only one class, as in scikit-learn.
 */
export function matthewsCorrelation({ labels, counts }: ConfusionMatrix): number {
  const size = labels.length;
  let all = 0;
  let right = 0;
  let crossed = 0;
  let goldSquares = 0;
  let predictedSquares = 0;
  for (let label = 0; label < size; label++) {
    let gold = 0;
    let predicted = 0;
    for (let other = 0; other < size; other++) {
      gold += counts[label * size + other];
      predicted += counts[other * size + label];
    }
    all += gold;
    right += counts[label * size + label];
    crossed += gold * predicted;
    goldSquares += gold * gold;
    predictedSquares += predicted * predicted;
  }
  const spread = (all * all - predictedSquares) * (all * all - goldSquares);
  return spread === 0 ? 0 : (right * all - crossed) / Math.sqrt(spread);
}
