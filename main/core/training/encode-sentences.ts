import type { TaggedSentence } from '#core/domain/text.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import type { Example } from './example.ts';

/** A stretch of a sentence that fits the model; `words[i]` is the word asked at position i. */
export interface SentenceWindow {
  readonly example: Example;
  readonly words: readonly number[];
}

export interface EncodedSentences {
  /** The windows of each sentence; a sentence that fits is one window. */
  readonly windows: readonly (readonly SentenceWindow[])[];
  /** Sentences that were longer than the model's width and became several windows. */
  readonly splitCount: number;
}

/** The class that stands for "no entity". */
export const outsideTag = 'O';

/**
 * Sentences as examples for token classification: the tag of each word is asked at its first piece
 * (Devlin et al. 2019, section 5.3). A sentence longer than the model is cut between words into
 * several windows, so that every word is asked exactly once. `tags` gives each tag its index.
 */
export function encodeSentences(
  sentences: readonly TaggedSentence[],
  tokenizer: Tokenizer,
  options: { maxTokens: number; tags: readonly string[] },
): EncodedSentences {
  const tagIndex = new Map(options.tags.map((tag, index) => [tag, index]));
  let splitCount = 0;
  const windows = sentences.map((sentence) => {
    const cut = cutWindows(sentence, tokenizer, options.maxTokens - 2);
    if (cut.length > 1) splitCount++;
    return cut.map((piece) => toWindow(piece, { sentence, tokenizer, tagIndex }));
  });
  return { windows, splitCount };
}

interface Piece {
  readonly ids: Int32Array;
  readonly words: readonly number[];
  readonly firstPieces: readonly number[];
}

/** Cuts the tokens of a sentence before words, so that no piece has more than `room` tokens. */
function cutWindows(sentence: TaggedSentence, tokenizer: Tokenizer, room: number): Piece[] {
  const { encoding, firstPieceOfWord } = tokenizer.encodeWords(sentence.text, sentence.words);
  const asked = Array.from(firstPieceOfWord.keys()).filter((word) => firstPieceOfWord[word] >= 0);
  const pieces: Piece[] = [];
  let first = 0;
  while (first < asked.length) {
    const start = firstPieceOfWord[asked[first]];
    let last = first;
    const endAfter = (index: number) =>
      index + 1 < asked.length ? firstPieceOfWord[asked[index + 1]] : encoding.ids.length;
    while (last + 1 < asked.length && endAfter(last + 1) - start <= room) last++;
    // A single word longer than the model keeps only as many pieces as fit.
    const end = Math.min(endAfter(last), start + room);
    const words = asked.slice(first, last + 1);
    pieces.push({
      ids: encoding.ids.slice(start, end),
      words,
      firstPieces: words.map((word) => firstPieceOfWord[word] - start),
    });
    first = last + 1;
  }
  return pieces;
}

function toWindow(
  piece: Piece,
  context: {
    sentence: TaggedSentence;
    tokenizer: Tokenizer;
    tagIndex: ReadonlyMap<string, number>;
  },
): SentenceWindow {
  const { classification, separator } = context.tokenizer.special;
  return {
    words: piece.words,
    example: {
      ids: Int32Array.from([classification, ...piece.ids, separator]),
      positions: Int32Array.from(piece.firstPieces, (index) => index + 1),
      labels: Int32Array.from(
        piece.words,
        (word) => context.tagIndex.get(context.sentence.tags[word]) ?? 0,
      ),
    },
  };
}

/** Puts what was said at each position back on the words of a sentence; null at a word that was not asked. */
export function valuesOfWords<Value>(
  wordCount: number,
  windows: readonly SentenceWindow[],
  values: readonly (readonly Value[])[],
): (Value | null)[] {
  const ofWords = Array.from({ length: wordCount }, (): Value | null => null);
  windows.forEach((window, index) => {
    window.words.forEach((word, position) => {
      ofWords[word] = values[index][position];
    });
  });
  return ofWords;
}
