import { checkConsistency } from '#core/evaluation/consistency/check-consistency.ts';
import type { Contradiction } from '#core/evaluation/consistency/contradiction.ts';
import type { StatedTables } from '#core/evaluation/consistency/stated.ts';
import { readTable, type TextTable } from './read-table.ts';

export interface TableCheck {
  /** How many numbers were understood, and so were checked against others. */
  readonly numberCount: number;
  readonly contradictions: readonly Contradiction[];
}

/** Several tables, also against each other: what is said of the same model on the same task must agree. */
export function checkTables(tables: readonly TextTable[]): TableCheck {
  const read = tables.map(readTable);
  const all: StatedTables = {
    scores: read.flatMap(({ scores }) => scores),
    comparisons: read.flatMap(({ comparisons }) => comparisons),
  };
  return { numberCount: countNumbers(all), contradictions: checkConsistency(all) };
}

function countNumbers({ scores, comparisons }: StatedTables): number {
  const ofScores = scores.reduce((sum, { figures }) => sum + figures.size, 0);
  const ofComparisons = comparisons.reduce(
    (sum, { difference, p, pHolm }) =>
      sum + [difference, p, pHolm].filter((figure) => figure !== null).length,
    0,
  );
  return ofScores + ofComparisons;
}
