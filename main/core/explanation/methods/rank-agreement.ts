import { averageRanks } from '#core/evaluation/statistics/average-ranks.ts';

/**
 * Spearman's rank correlation of two weightings of the same words: Pearson's of their average ranks.
 * Null where one of them says the same of all words, or there are fewer than two.
 */
export function rankAgreement(one: readonly number[], other: readonly number[]): number | null {
  const ranks = averageRanks(one);
  const otherRanks = averageRanks(other);
  const mean = (ranks.length + 1) / 2;
  let products = 0;
  let squares = 0;
  let otherSquares = 0;
  ranks.forEach((rank, word) => {
    products += (rank - mean) * (otherRanks[word] - mean);
    squares += (rank - mean) ** 2;
    otherSquares += (otherRanks[word] - mean) ** 2;
  });
  if (squares === 0 || otherSquares === 0) return null;
  return products / Math.sqrt(squares * otherSquares);
}
