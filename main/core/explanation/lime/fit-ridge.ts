import { solvePositive } from './solve-positive.ts';
import type { WeightedMoments } from './weighted-moments.ts';

export interface RidgeFit {
  /** In the order of the chosen words. */
  readonly coefficients: Float64Array;
  readonly intercept: number;
  /** Weighted R²; null where the outcomes do not vary. */
  readonly r2: number | null;
}

/**
 * Ridge regression with an intercept that is not punished, on some of the words: minimises
 * Σ w (y − a − bᵀx)² + penalty ‖b‖², as `Ridge(alpha).fit(…, sample_weight)` of scikit-learn does.
 */
export function fitRidge(
  moments: WeightedMoments,
  chosen: readonly number[],
  penalty: number,
): RidgeFit {
  const { words, means, products, outcomeMean, outcomeProducts, outcomeSquares } = moments;
  const size = chosen.length;
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  chosen.forEach((word, row) => {
    right[row] = outcomeProducts[word];
    chosen.forEach((other, column) => {
      matrix[row * size + column] = products[word * words + other] + (row === column ? penalty : 0);
    });
  });
  const coefficients = solvePositive(matrix, right);
  let intercept = outcomeMean;
  let explained = 0;
  chosen.forEach((word, row) => {
    const coefficient = coefficients[row];
    intercept -= coefficient * means[word];
    explained += coefficient * outcomeProducts[word];
    // ‖b‖² of the penalty leaves bᵀ(Gb) = bᵀ(r − penalty b), hence 2bᵀr − bᵀGb = bᵀr + penalty ‖b‖².
    explained += penalty * coefficient * coefficient;
  });
  const r2 = outcomeSquares > 0 ? explained / outcomeSquares : null;
  return { coefficients, intercept, r2 };
}
