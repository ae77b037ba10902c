import type { RandomStream } from '#core/base/random-stream.ts';

/** Which words stand in each version of a text. */
export interface Masks {
  readonly samples: number;
  readonly words: number;
  /** [samples × words] 1 where the word stands, 0 where it was taken out. */
  readonly isKept: Uint8Array;
  /** [samples] how many stand. */
  readonly keptCounts: Int32Array;
}

/**
 * LIME's neighbours of a text: the first is the text itself; of each other one a number of words,
 * uniform over 1 … all, is taken out, any as likely as any other (`__data_labels_distances` of
 * lime_text.py, lime 0.2.0.1).
 */
export function drawMasks(words: number, samples: number, random: RandomStream): Masks {
  const isKept = new Uint8Array(samples * words).fill(1);
  const keptCounts = new Int32Array(samples).fill(words);
  const order = Int32Array.from({ length: words }, (_, word) => word);
  for (let sample = 1; sample < samples; sample++) {
    const removed = 1 + random.integer(words);
    keptCounts[sample] = words - removed;
    for (let place = 0; place < removed; place++) {
      const other = place + random.integer(words - place);
      const word = order[other];
      order[other] = order[place];
      order[place] = word;
      isKept[sample * words + word] = 0;
    }
  }
  return { samples, words, isKept, keptCounts };
}
