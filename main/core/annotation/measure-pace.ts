/** Longer gaps between two documents are pauses. */
const longestGapMs = 10 * 60_000;

/**
 * How long a document takes a person: the median time between the ends of two documents, without
 * pauses and without clocks that jumped back; null before two were done. `endsMs`: newest first.
 */
export function measurePace(endsMs: readonly number[]): number | null {
  const gaps = endsMs
    .slice(1)
    .map((earlier, index) => endsMs[index] - earlier)
    .filter((gap) => gap > 0 && gap <= longestGapMs)
    .sort((a, b) => a - b);
  if (gaps.length === 0) return null;
  const middle = gaps.length >> 1;
  return gaps.length % 2 === 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2;
}
