import { checkComparisons } from './check-comparisons.ts';
import { checkDifferences } from './check-differences.ts';
import { checkHarmonicMeans } from './check-harmonic-means.ts';
import { checkMacroMeans } from './check-macro-means.ts';
import { checkMatrices } from './check-matrices.ts';
import { checkRanges } from './check-ranges.ts';
import type { Contradiction } from './contradiction.ts';
import type { StatedTables } from './stated.ts';

/**
 * What in printed tables cannot be true together, whatever was rounded. It proves nothing right: it
 * finds what no data can have given.
 */
export function checkConsistency({ scores, comparisons }: StatedTables): Contradiction[] {
  return [
    ...scores.flatMap(checkRanges),
    ...scores.flatMap(checkHarmonicMeans),
    ...scores.flatMap(checkMatrices),
    ...checkMacroMeans(scores),
    ...checkDifferences(scores, comparisons),
    ...checkComparisons(comparisons),
  ];
}
