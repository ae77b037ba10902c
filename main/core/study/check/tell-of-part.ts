import type { Told } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';

/** Sentences about files, which say so where a part of them was read only. */
export function tellOfPart(sentences: readonly Told[], seenShare: number): Told[] {
  if (seenShare >= 1) return [...sentences];
  return sentences.map((sentence) => say('findings', 'inPart', seenShare, sentence));
}
