import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import { listScoreSteps } from '#core/evaluation/predictions/score-steps.ts';

/** A stretch of scores with one fitted value. */
export interface IsotonicBlock {
  readonly lowest: number;
  readonly highest: number;
  /** Share of positives. */
  readonly value: number;
  readonly count: number;
}

/**
 * The rising step function with the least squared error, by pooling neighbours that fall: Ayer et al.,
 * Annals of Mathematical Statistics 26 (1955). Equal scores are pooled first. Lowest first; as the
 * curve of predicted against observed it needs no bins (CORP: Dimitriadis, Gneiting and Jordan, PNAS
 * 118, 2021). Throws `evaluation.not-a-number`.
 */
export function isotonicRegression(binary: BinaryScores): IsotonicBlock[] {
  const blocks: { lowest: number; highest: number; positives: number; count: number }[] = [];
  for (const { score, positives, negatives } of listScoreSteps(binary).toReversed()) {
    let pooled = { lowest: score, highest: score, positives, count: positives + negatives };
    let last = blocks.at(-1);
    while (last !== undefined && last.positives * pooled.count >= pooled.positives * last.count) {
      pooled = {
        lowest: last.lowest,
        highest: pooled.highest,
        positives: last.positives + pooled.positives,
        count: last.count + pooled.count,
      };
      blocks.pop();
      last = blocks.at(-1);
    }
    blocks.push(pooled);
  }
  return blocks.map(({ lowest, highest, positives, count }) => ({
    lowest,
    highest,
    value: positives / count,
    count,
  }));
}
