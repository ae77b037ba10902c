import { averageRanks } from './average-ranks.ts';
import { normalUpperTail } from './normal-distribution.ts';
import { countSignedRankSums } from './signed-rank-distribution.ts';

/** What becomes of pairs without a difference; the names are SciPy's. */
type ZeroMethod =
  /** They are left out. */
  | 'wilcox'
  /** They take part in the ranking, then their ranks are dropped: Pratt 1959. */
  | 'pratt'
  /** They take part, and half of their ranks goes to either side. */
  | 'zsplit';

type Alternative = 'two-sided' | 'greater' | 'less';

export interface WilcoxonOptions {
  readonly alternative?: Alternative;
  readonly zeroMethod?: ZeroMethod;
  /** 'automatic' is exact up to `largestExactPairCount` pairs. */
  readonly method?: 'automatic' | 'exact' | 'approximate';
  /** Moves the statistic by ½ towards its mean; for the approximation only. */
  readonly continuityCorrection?: boolean;
}

export interface WilcoxonResult {
  /** Pairs that took part, after those that `zeroMethod` leaves out. */
  readonly pairCount: number;
  readonly positiveRankSum: number;
  readonly negativeRankSum: number;
  /** The smaller rank sum for a two-sided test, else the positive one, as in SciPy. */
  readonly statistic: number;
  readonly p: number;
  readonly method: 'exact' | 'approximate';
}

/** As in SciPy; the counts of all outcomes stay whole numbers up to 53 pairs. */
export const largestExactPairCount = 50;

/**
 * Wilcoxon's signed-rank test of paired differences: Wilcoxon, "Individual comparisons by ranking
 * methods", Biometrics Bulletin 1 (1945). Exact means the full distribution over all 2ⁿ signs, given
 * the ranks: with shared ranks or zeros too, where a normal approximation with few folds would give
 * smaller p than any outcome can have. Without any difference p is 1.
 */
export function wilcoxonSignedRank(
  differences: readonly number[],
  options: WilcoxonOptions = {},
): WilcoxonResult {
  const zeroMethod = options.zeroMethod ?? 'wilcox';
  const alternative = options.alternative ?? 'two-sided';
  const ranked = rankDifferences(differences, zeroMethod);
  const { pairCount, positiveRankSum, negativeRankSum } = ranked;
  const statistic =
    alternative === 'two-sided' ? Math.min(positiveRankSum, negativeRankSum) : positiveRankSum;
  const exact =
    options.method === 'exact' ||
    (options.method !== 'approximate' && pairCount <= largestExactPairCount);
  const p = exact
    ? exactP(ranked, alternative)
    : approximateP(ranked, { alternative, correction: options.continuityCorrection ?? false });
  return {
    pairCount,
    positiveRankSum,
    negativeRankSum,
    statistic,
    p,
    method: exact ? 'exact' : 'approximate',
  };
}

interface RankedDifferences {
  readonly pairCount: number;
  readonly zeroCount: number;
  readonly zeroMethod: ZeroMethod;
  readonly positiveRankSum: number;
  readonly negativeRankSum: number;
  /** Of pairs with a difference. */
  readonly signedRanks: readonly number[];
  /** Of pairs without one. */
  readonly zeroRanks: readonly number[];
}

function rankDifferences(
  differences: readonly number[],
  zeroMethod: ZeroMethod,
): RankedDifferences {
  const kept =
    zeroMethod === 'wilcox' ? differences.filter((difference) => difference !== 0) : differences;
  const ranks = averageRanks(kept.map(Math.abs));
  const ranksWhere = (matches: (difference: number) => boolean) =>
    ranks.filter((_, index) => matches(kept[index]));
  const zeroRanks = ranksWhere((difference) => difference === 0);
  const halfOfZeros = zeroMethod === 'zsplit' ? sum(zeroRanks) / 2 : 0;
  return {
    pairCount: kept.length,
    zeroCount: zeroRanks.length,
    zeroMethod,
    positiveRankSum: sum(ranksWhere((difference) => difference > 0)) + halfOfZeros,
    negativeRankSum: sum(ranksWhere((difference) => difference < 0)) + halfOfZeros,
    signedRanks: ranksWhere((difference) => difference !== 0),
    zeroRanks,
  };
}

function exactP(ranked: RankedDifferences, alternative: Alternative): number {
  const ways = countSignedRankSums(ranked.signedRanks.map((rank) => 2 * rank));
  const halfOfZeros = ranked.zeroMethod === 'zsplit' ? sum(ranked.zeroRanks) / 2 : 0;
  const positive = Math.round(2 * (ranked.positiveRankSum - halfOfZeros));
  const all = 2 ** ranked.signedRanks.length;
  const atMost = sum(ways.subarray(0, positive + 1)) / all;
  const atLeast = sum(ways.subarray(positive)) / all;
  if (alternative === 'greater') return atLeast;
  if (alternative === 'less') return atMost;
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}

/** Normal approximation; variance corrected for ties, and for Pratt's zeros after Cureton 1967. */
function approximateP(
  ranked: RankedDifferences,
  { alternative, correction }: { alternative: Alternative; correction: boolean },
): number {
  const { pairCount: n, positiveRankSum, negativeRankSum, zeroMethod } = ranked;
  const zeros = zeroMethod === 'pratt' ? ranked.zeroCount : 0;
  const statistic =
    alternative === 'two-sided' ? Math.min(positiveRankSum, negativeRankSum) : positiveRankSum;
  const mean = (n * (n + 1) - zeros * (zeros + 1)) / 4;
  const tied =
    zeroMethod === 'zsplit' ? [...ranked.signedRanks, ...ranked.zeroRanks] : ranked.signedRanks;
  const variance =
    (n * (n + 1) * (2 * n + 1) - zeros * (zeros + 1) * (2 * zeros + 1) - tieTerm(tied) / 2) / 24;
  if (variance <= 0) return 1;
  const shift = { 'two-sided': Math.sign(statistic - mean), greater: 1, less: -1 }[alternative] / 2;
  const z = (statistic - mean - (correction ? shift : 0)) / Math.sqrt(variance);
  if (alternative === 'greater') return normalUpperTail(z);
  if (alternative === 'less') return normalUpperTail(-z);
  return Math.min(1, 2 * normalUpperTail(Math.abs(z)));
}

/** Σ (t³ − t) over the groups of t equal ranks. */
function tieTerm(ranks: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  return sum([...sizes.values()].map((size) => size ** 3 - size));
}

function sum(values: readonly number[] | Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
