import type { WilcoxonResult } from './wilcoxon-signed-rank.ts';

/**
 * Matched-pairs rank-biserial correlation: the share of the rank sum in favour minus the share
 * against: Kerby, "The simple difference formula", Comprehensive Psychology 3 (2014), 11.IT.3.1.
 * 1: every difference is positive; −1: negative; 0: balanced, or no difference at all.
 */
export function rankBiserialCorrelation({
  positiveRankSum,
  negativeRankSum,
}: Pick<WilcoxonResult, 'positiveRankSum' | 'negativeRankSum'>): number {
  const total = positiveRankSum + negativeRankSum;
  return total === 0 ? 0 : (positiveRankSum - negativeRankSum) / total;
}
