import type { TokenModel, WordTokens } from './models/token-model.ts';

/** Enough for the distinct words of most corpora; beyond it memory would grow with the corpus. */
const capacity = 1 << 18;
/** Longer "words" are whole sections of text, which do not come back. */
const maxCachedLength = 256;

/** Asks the model once per distinct word: text repeats its words, and a look-up is cheap. */
export class WordCache {
  readonly #model: TokenModel;
  readonly #tokens = new Map<string, WordTokens>();

  constructor(model: TokenModel) {
    this.#model = model;
  }

  encodeWord(word: string): WordTokens {
    const known = this.#tokens.get(word);
    if (known !== undefined) return known;
    const tokens = this.#model.encodeWord(word);
    if (word.length <= maxCachedLength) {
      if (this.#tokens.size >= capacity) this.#tokens.clear();
      this.#tokens.set(detach(word), tokens);
    }
    return tokens;
  }
}

/** A slice keeps the whole text it was cut from in memory; a copy does not. */
export function detach(word: string): string {
  let copy = '';
  for (let unit = 0; unit < word.length; unit++) copy += word[unit];
  return copy;
}
