import type { PackedRow } from './pack-rows.ts';

/**
 * How often each token occurs in rows, as natural logarithms of its share, with one occurrence added
 * to each; [vocabulary]. A new model whose predictions start with these as bias starts at the
 * entropy of the words' frequencies. One that starts at zero learns frequencies first, and since it
 * can do so only through its states, these turn alike for all texts and may stay so.
 */
export function logTokenFrequencies(
  rows: readonly PackedRow[],
  vocabulary: { readonly size: number; readonly specialIds: ReadonlySet<number> },
): Float32Array {
  const counts = new Float64Array(vocabulary.size).fill(1);
  for (const { ids, length } of rows) {
    for (const id of ids.subarray(0, length)) if (!vocabulary.specialIds.has(id)) counts[id]++;
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  return Float32Array.from(counts, (count) => Math.log(count / total));
}
