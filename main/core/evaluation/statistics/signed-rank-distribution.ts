/**
 * The number of ways in which signs can be given to ranks so that the positive ones add up to each
 * sum: entry s counts the subsets of `doubledRanks` with sum s, all 2ⁿ in all. Ranks come doubled so
 * that the halves of shared ranks are whole. Exact up to 53 ranks.
 */
export function countSignedRankSums(doubledRanks: readonly number[]): Float64Array {
  const total = doubledRanks.reduce((sum, rank) => sum + rank, 0);
  const ways = new Float64Array(total + 1);
  ways[0] = 1;
  let reached = 0;
  for (const rank of doubledRanks) {
    reached += rank;
    for (let sum = reached; sum >= rank; sum--) ways[sum] += ways[sum - rank];
  }
  return ways;
}
