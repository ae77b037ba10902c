import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import { requireNumbers } from '#core/evaluation/predictions/require-numbers.ts';
import { logLoss } from '#core/evaluation/probabilities/log-loss.ts';

/** AUROC, average precision, Brier score and log loss of some items; null where not defined. */
export interface ClassValues {
  readonly auroc: number | null;
  readonly averagePrecision: number | null;
  readonly brier: number | null;
  readonly logLoss: number | null;
}

/**
 * The same figures as `auroc`, `averagePrecision`, `brierScore` and `logLoss` give, of any items: scores
 * are put in order once, so that each asking takes time in proportion to the items alone. Throws
 * `evaluation.not-a-number`.
 */
export function resampledClass(all: BinaryScores): (items: Int32Array) => ClassValues {
  const { truths, scores } = all;
  requireNumbers(scores);
  const distinct = Float64Array.from(new Set(scores)).sort().reverse();
  const places = new Map(Array.from(distinct, (score, place) => [score, place]));
  const rankOf = Int32Array.from(scores, (score) => places.get(score) ?? 0);
  const squares = scores.map((score, item) => (score - truths[item]) ** 2);
  const surprises = scores.map((_, item) => lossOf(all, item));
  const found = new Float64Array(distinct.length);
  const alerts = new Float64Array(distinct.length);
  return (items) => {
    found.fill(0);
    alerts.fill(0);
    let [square, surprise, positives] = [0, 0, 0];
    for (const item of items) {
      alerts[rankOf[item]]++;
      found[rankOf[item]] += truths[item];
      positives += truths[item];
      square += squares[item];
      surprise += surprises[item];
    }
    const count = items.length;
    return {
      ...areas({ found, alerts }, positives, count - positives),
      brier: count === 0 ? null : square / count,
      logLoss: count === 0 ? null : surprise / count,
    };
  };
}

function lossOf({ truths, scores }: BinaryScores, item: number): number {
  const alone = { truths: truths.slice(item, item + 1), scores: scores.slice(item, item + 1) };
  return logLoss(alone) ?? 0;
}

/** From the items of each distinct score, highest first. */
function areas(
  { found, alerts }: { readonly found: Float64Array; readonly alerts: Float64Array },
  positives: number,
  negatives: number,
): Pick<ClassValues, 'auroc' | 'averagePrecision'> {
  let [above, precision, wins, all] = [0, 0, 0, 0];
  for (let place = 0; place < found.length; place++) {
    if (alerts[place] === 0) continue;
    const wrong = alerts[place] - found[place];
    // Pairs of a negative here and a positive above it; those that tie count half.
    wins += wrong * (above + found[place] / 2);
    above += found[place];
    all += alerts[place];
    precision += found[place] * (above / all);
  }
  return {
    auroc: positives === 0 || negatives === 0 ? null : wins / (positives * negatives),
    averagePrecision: positives === 0 ? null : precision / positives,
  };
}
