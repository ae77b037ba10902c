import type { BinaryScores } from './one-against-rest.ts';
import { requireNumbers } from './require-numbers.ts';

/** The items that share one score. */
export interface ScoreStep {
  readonly score: number;
  readonly positives: number;
  readonly negatives: number;
}

/**
 * The distinct scores, highest first, with what they hold: lowering a threshold takes one step after
 * the other. Items with equal scores cannot be told apart, so they stay together. Throws
 * `evaluation.not-a-number`.
 */
export function listScoreSteps({ truths, scores }: BinaryScores): ScoreStep[] {
  requireNumbers(scores);
  const order = Uint32Array.from(scores.keys()).sort((a, b) => scores[b] - scores[a]);
  const steps: ScoreStep[] = [];
  for (let first = 0; first < order.length;) {
    const score = scores[order[first]];
    let next = first;
    let positives = 0;
    for (; next < order.length && scores[order[next]] === score; next++) {
      positives += truths[order[next]];
    }
    steps.push({ score, positives, negatives: next - first - positives });
    first = next;
  }
  return steps;
}
