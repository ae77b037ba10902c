import type { Advance } from '#core/base/advance.ts';
import type { PathGradients } from '#core/domain/path-gradients.ts';

/** A text as a classifier reads it, and the same without its words. */
export interface TextPath {
  readonly ids: Int32Array;
  readonly baselineIds: Int32Array;
  readonly classIndex: number;
}

export interface TokenAttributions {
  /** [columns] what each token adds to the probability of the class. */
  readonly attributions: Float64Array;
  /** Of the class for the text, and for the baseline. */
  readonly probability: number;
  readonly baselineProbability: number;
  /**
   * By how much the sum of all attributions misses the difference of the two, as a share of it; null
   * where they do not differ.
   */
  readonly completenessError: number | null;
}

/** Points at once: enough to fill products, few enough for the memory of a backward pass. */
const tokensAtOnce = 2048;

/**
 * Integrated gradients (Sundararajan, Taly and Yan 2017, arXiv 1703.01365): gradient times way,
 * averaged over points from the baseline to the text, by the midpoint rule. The attributions of a
 * text add up to the difference between what is said of it and of the baseline, but for the error of
 * the sum, which more steps make smaller. @throws RunStopped, through `advance`
 */
export async function integrateGradients(
  { ids, baselineIds, classIndex }: TextPath,
  { gradients, steps }: { readonly gradients: PathGradients; readonly steps: number },
  advance: Advance,
): Promise<TokenAttributions> {
  const columns = ids.length;
  const rowsAtOnce = Math.max(1, Math.floor(tokensAtOnce / columns));
  const attributions = new Float64Array(columns);
  for (let from = 0; from < steps; from += rowsAtOnce) {
    await advance('integrated-gradients', from, steps + 2);
    const rows = Math.min(rowsAtOnce, steps - from);
    const shares = Float32Array.from({ length: rows }, (_, row) => (from + row + 0.5) / steps);
    const said = await gradients.attribute({ ids, baselineIds, shares, classIndex });
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        attributions[column] += said.attributions[row * columns + column] / steps;
      }
    }
  }
  const ends = Float32Array.of(0, 1);
  const { probabilities } = await gradients.attribute({
    ids,
    baselineIds,
    shares: ends,
    classIndex,
  });
  const [baselineProbability, probability] = probabilities;
  const difference = probability - baselineProbability;
  const sum = attributions.reduce((total, each) => total + each, 0);
  const completenessError = difference === 0 ? null : Math.abs((sum - difference) / difference);
  return { attributions, probability, baselineProbability, completenessError };
}
