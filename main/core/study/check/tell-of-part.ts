import { formatPercentage } from '#core/base/format-number.ts';

/** Sentences about files, which say so where a part of them was read only. */
export function tellOfPart(sentences: readonly string[], seenShare: number): string[] {
  if (seenShare >= 1) return [...sentences];
  return sentences.map(
    (sentence) => `In the ${formatPercentage(seenShare)} that was looked at: ${sentence}`,
  );
}
