import { AnamnesisError } from '#core/base/error.ts';
import { averageRanks } from './average-ranks.ts';
import { chiSquareUpperTail } from './chi-square.ts';
import { fUpperTail } from './f-distribution.ts';
import { logGamma } from './log-gamma.ts';

/** Whether several models score alike over the same blocks, such as tasks or folds. */
export interface FriedmanResult {
  readonly blockCount: number;
  readonly modelCount: number;
  /** [models] mean rank; 1 is the highest score of every block. */
  readonly meanRanks: readonly number[];
  /** Friedman’s χ², corrected for ties; null where all models tie in every block. */
  readonly chiSquare: number | null;
  readonly chiSquareP: number;
  /**
   * Iman and Davenport’s F of the same ranks, to be preferred: χ² is too careful with few blocks. Its p
   * is never below (k!)^(1 − n), the exact chance that n blocks order k models all alike.
   */
  readonly f: number | null;
  readonly p: number;
}

/**
 * Friedman’s test (JASA 32, 1937) with the F of Iman and Davenport (Communications in Statistics A 9,
 * 1980), as Demšar (JMLR 7, 2006) advises for several models. `scores` is [blocks][models], higher is
 * better. Blocks should not depend on each other: folds of one task share training data, over which
 * it is too bold. Throws `evaluation.empty` below two blocks or models, `evaluation.length-mismatch`
 * or `evaluation.not-a-number`.
 */
export function friedmanTest(scores: readonly (readonly number[])[]): FriedmanResult {
  const modelCount = requireBlocks(scores);
  const blockCount = scores.length;
  const ranks = scores.map((block) => averageRanks(block.map((score) => -score)));
  const sums = ranks[0].map((_, model) => ranks.reduce((sum, block) => sum + block[model], 0));
  const meanRanks = sums.map((sum) => sum / blockCount);
  // Sums of squares of ranks around their mean: between models, and all there is.
  const middle = (modelCount + 1) / 2;
  const between = sums.reduce((sum, each) => sum + (each - blockCount * middle) ** 2, 0);
  const all = ranks.flat().reduce((sum, rank) => sum + (rank - middle) ** 2, 0);
  const result = { blockCount, modelCount, meanRanks };
  if (all === 0) return { ...result, chiSquare: null, chiSquareP: 1, f: null, p: 1 };
  const chiSquare = ((modelCount - 1) * between) / all;
  const rest = blockCount * (modelCount - 1) - chiSquare;
  const f = rest <= 1e-12 * chiSquare ? Infinity : ((blockCount - 1) * chiSquare) / rest;
  return {
    ...result,
    chiSquare,
    chiSquareP: chiSquareUpperTail(chiSquare, modelCount - 1),
    f,
    p: Math.max(
      fUpperTail(f, modelCount - 1, (modelCount - 1) * (blockCount - 1)),
      Math.exp(logGamma(modelCount + 1) * (1 - blockCount)),
    ),
  };
}

function requireBlocks(scores: readonly (readonly number[])[]): number {
  const remedy = 'Compare at least two models over the same tasks or folds.';
  const modelCount = scores[0]?.length ?? 0;
  if (scores.length < 2 || modelCount < 2) {
    throw new AnamnesisError('evaluation.empty', {
      expected: 'at least two blocks with at least two models',
      found: `${scores.length} with ${modelCount}`,
      remedy,
    });
  }
  scores.forEach((block, index) => {
    const place = `block ${index + 1}`;
    if (block.length !== modelCount) {
      throw new AnamnesisError('evaluation.length-mismatch', {
        expected: `${modelCount} models`,
        found: `${block.length}`,
        remedy,
        place,
      });
    }
    if (block.every(Number.isFinite)) return;
    throw new AnamnesisError('evaluation.not-a-number', {
      expected: 'a finite number for each model',
      found: 'something else',
      remedy: 'Look at the run of this block: its training has probably diverged.',
      place,
    });
  });
  return modelCount;
}
