import type { Span } from '#core/domain/text.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import type { Example } from './example.ts';

/** A line of held-out text, and which of its words are masked whatever reads it. */
export interface MaskedLine {
  readonly text: string;
  /** In order. */
  readonly masked: readonly Span[];
}

/** What a model is asked about held-out text: its tokens with the masked words' as [MASK]. */
export interface HeldOutQuestions {
  /** One for each line, several for one that is longer than the model. */
  readonly examples: readonly Example[];
  /** Masked tokens. */
  readonly tokenCount: number;
  /** Words of which they are. */
  readonly wordCount: number;
  /** Masked words that are left out, since the vocabulary does not know them. */
  readonly unknownCount: number;
}

/** Share of the words that are masked, as in BERT's training; at least one of a line. */
const maskedShare = 0.15;

/**
 * Chooses lines until they have `wordCount` words, in an order that follows from the seed, and of each
 * line the words to be masked. It looks at the text alone, so that every model, whatever its
 * vocabulary, is asked for the same words of the same lines, each time.
 */
export function chooseMaskedWords(
  lines: Iterable<string>,
  options: {
    readonly wordCount: number;
    readonly seed: number;
    readonly label: string;
    readonly splitWords: (text: string) => readonly Span[];
  },
): MaskedLine[] {
  const { wordCount, seed, label, splitWords } = options;
  const all = [...lines];
  const order = Int32Array.from(all, (_, index) => index);
  new RandomStream(seed, `held-out/${label}/lines`).shuffle(order);
  const random = new RandomStream(seed, `held-out/${label}/words`);
  const chosen: MaskedLine[] = [];
  let left = wordCount;
  for (const index of order) {
    if (left <= 0) break;
    const text = all[index];
    const words = splitWords(text);
    if (words.length === 0) continue;
    left -= words.length;
    const count = Math.max(1, Math.round(maskedShare * words.length));
    const drawn = random.shuffle(Int32Array.from(words, (_, word) => word)).subarray(0, count);
    chosen.push({ text, masked: Array.from(drawn.sort(), (word) => words[word]) });
  }
  return chosen;
}

/**
 * Puts masked lines into the tokens of a model, each line by itself between [CLS] and [SEP]: every
 * token that has a character of a masked word becomes [MASK] and is asked for. A word that the
 * vocabulary knows only as unknown, or one without any token, is not asked for.
 */
export function askHeldOut(
  lines: readonly MaskedLine[],
  { tokenizer, maxTokens }: { readonly tokenizer: Tokenizer; readonly maxTokens: number },
): HeldOutQuestions {
  const { classification, separator, mask } = tokenizer.special;
  const examples: Example[] = [];
  let [tokenCount, wordCount, unknownCount] = [0, 0, 0];
  for (const { text, masked } of lines) {
    const { ids, starts, ends } = tokenizer.encode(text);
    const isAsked = new Uint8Array(ids.length);
    let first = 0;
    for (const { start, end } of masked) {
      while (first < ids.length && ends[first] <= start) first++;
      const pieces: number[] = [];
      for (let at = first; at < ids.length && starts[at] < end; at++) pieces.push(at);
      const isKnown = pieces.length > 0 && pieces.every((at) => !tokenizer.specialIds.has(ids[at]));
      if (!isKnown) unknownCount++;
      else {
        wordCount++;
        for (const at of pieces) isAsked[at] = 1;
      }
    }
    const room = maxTokens - 2;
    for (let from = 0; from < ids.length; from += room) {
      const length = Math.min(room, ids.length - from);
      const row = new Int32Array(length + 2);
      row[0] = classification;
      row[length + 1] = separator;
      const positions: number[] = [];
      const labels: number[] = [];
      for (let at = 0; at < length; at++) {
        const id = ids[from + at];
        row[at + 1] = isAsked[from + at] === 1 ? mask : id;
        if (isAsked[from + at] === 0) continue;
        positions.push(at + 1);
        labels.push(id);
      }
      if (positions.length === 0) continue;
      tokenCount += positions.length;
      examples.push({
        ids: row,
        positions: Int32Array.from(positions),
        labels: Int32Array.from(labels),
      });
    }
  }
  return { examples, tokenCount, wordCount, unknownCount };
}
