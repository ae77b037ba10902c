import type { FriedmanResult } from './friedman.ts';
import { studentisedRangeCriticalValue, studentisedRangeUpperTail } from './studentised-range.ts';

/** Two models by their places, with a p that is adjusted for all pairs. */
export interface NemenyiPair {
  readonly first: number;
  readonly second: number;
  /** Mean rank of the first minus that of the second: below 0 where the first is better. */
  readonly rankDifference: number;
  readonly p: number;
}

type Ranked = Pick<FriedmanResult, 'meanRanks' | 'blockCount' | 'modelCount'>;

/**
 * Which models differ, after Friedman’s test, every pair once: Nemenyi 1963, as in Demšar (JMLR 7,
 * 2006). For comparisons that were planned, Wilcoxon’s test with Holm’s correction finds more.
 */
export function nemenyiTest(friedman: Ranked): NemenyiPair[] {
  const { meanRanks, modelCount } = friedman;
  const error = rankError(friedman);
  return meanRanks.flatMap((rank, first) =>
    meanRanks.slice(first + 1).map((other, offset) => {
      const rankDifference = rank - other;
      const p = studentisedRangeUpperTail(Math.abs(rankDifference) / error, modelCount);
      return { first, second: first + 1 + offset, rankDifference, p };
    }),
  );
}

/** By how much mean ranks must differ at this level: q_α·√(k(k + 1)/(6n)), q_α of the range over √2. */
export function nemenyiCriticalDifference(friedman: Ranked, level = 0.05): number {
  return studentisedRangeCriticalValue(level, friedman.modelCount) * rankError(friedman);
}

function rankError({ modelCount, blockCount }: Ranked): number {
  return Math.sqrt((modelCount * (modelCount + 1)) / (12 * blockCount));
}
