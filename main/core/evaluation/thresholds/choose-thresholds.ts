/**
 * At most `limit` of the distinct scores, lowest first, to look at thresholds: all of them where they
 * are few, else as many items between each two, with the lowest and the highest. Scores are numbers;
 * `limit` is 2 or more.
 */
export function chooseThresholds(scores: Float64Array, limit: number): number[] {
  const sorted = scores.toSorted();
  const distinct = sorted.filter((score, index) => index === 0 || score !== sorted[index - 1]);
  if (distinct.length <= limit) return [...distinct];
  const chosen = Array.from(
    { length: limit },
    (_, index) => sorted[Math.round((index * (sorted.length - 1)) / (limit - 1))],
  );
  return [...new Set(chosen)];
}
