import { RandomStream } from '#core/base/random-stream.ts';

export interface MentionSentence {
  readonly words: readonly string[];
  /** First word and end of each mention. */
  readonly mentions: readonly (readonly [number, number])[];
}

/**
 * Sentences as labelled sets have them: of 4 to 90 words, 24 in the mean, half of them with mentions
 * of 1 to 4 words, two in the mean.
 */
export function makeSentences(vocabulary: string, count: number): MentionSentence[] {
  const random = new RandomStream(1, 'mention-sentences');
  const words = vocabulary.split('\n').slice(1000, 3000);
  return Array.from({ length: count }, () => {
    const length = Math.round(4 + Math.min(86, -20 * Math.log(1 - random.uniform())));
    const mentionCount = random.uniform() < 0.5 ? 0 : 1 + random.integer(3);
    const mentions = Array.from({ length: mentionCount }, (): [number, number] => {
      const start = random.integer(length);
      return [start, Math.min(length, start + 1 + random.integer(4))];
    });
    const chosen = Array.from({ length }, () => {
      const rank = Math.floor(Math.exp(random.uniform() * Math.log(words.length)));
      return rank % 3 === 0 ? `${words[rank - 1]}heid` : words[rank - 1];
    });
    return { words: chosen, mentions };
  });
}
