import type { Calibrator } from '#core/domain/screening-rule.ts';
import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import { logOdds } from '#core/evaluation/probabilities/log-odds.ts';

/** Temperatures from 1/100 to 100; an end is reached where scores separate the classes, or mislead. */
const furthest = Math.log(100);
const goldenShare = (Math.sqrt(5) - 1) / 2;

/**
 * The temperature with the least log loss, by golden section on its logarithm, over which the loss
 * has one minimum. It never raises the loss: where nothing is gained, or without items, it is 1.
 */
export function fitTemperature({ truths, scores }: BinaryScores): Calibrator {
  // Towards the truth: above 0 where the model is right.
  const leanings = scores.map((score, item) => (2 * truths[item] - 1) * logOdds(score));
  const lossAt = (logTemperature: number): number => {
    const temperature = Math.exp(logTemperature);
    return leanings.reduce((sum, leaning) => sum + softplus(-leaning / temperature), 0);
  };
  let [low, high] = [-furthest, furthest];
  let [left, right] = [high - goldenShare * (high - low), low + goldenShare * (high - low)];
  let [leftLoss, rightLoss] = [lossAt(left), lossAt(right)];
  while (high - low > 1e-9) {
    if (leftLoss <= rightLoss) {
      [high, right, rightLoss] = [right, left, leftLoss];
      left = high - goldenShare * (high - low);
      leftLoss = lossAt(left);
    } else {
      [low, left, leftLoss] = [left, right, rightLoss];
      right = low + goldenShare * (high - low);
      rightLoss = lossAt(right);
    }
  }
  const best = (low + high) / 2;
  return { kind: 'temperature', temperature: lossAt(best) < lossAt(0) ? Math.exp(best) : 1 };
}

/** ln(1 + eˣ), without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}
