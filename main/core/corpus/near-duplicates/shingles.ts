import { WordHashes } from './word-hashes.ts';

/** Words of a shingle: a run that two texts seldom share by chance. */
export const wordsPerShingle = 5;

/**
 * The different shingles of one text, as hashes of 53 bits: of two texts of 300 words, two
 * different shingles are taken for equal with a probability of 10⁻¹¹. A text of fewer words than a
 * shingle has all of them as its one shingle, which no longer text has: it is like those of the
 * same words and like nothing else. A text without words has none.
 *
 * One object reads text after text in the same memory.
 */
export class Shingles {
  readonly #words = new WordHashes();
  /** Open addressing; a hash plus one, 0 where there is none. Of it, as much as the text needs. */
  #slots = new Float64Array(1024);
  #mask = 0;
  /** The different hashes, in the order of the text. */
  values = new Float64Array(512);
  /** 32 bits of each, for MinHash. */
  short = new Int32Array(512);
  count = 0;
  /** The same for texts with the same shingles, in whatever order. */
  key = 0;

  read(text: string): void {
    const words = this.#words;
    words.read(text);
    this.#empty(words.count);
    const { low, high, count } = words;
    const length = Math.min(wordsPerShingle, count);
    if (length === 0) return;
    for (let end = length; end <= count; end++) {
      // The length makes shingles of short texts differ from all others.
      let a = length;
      let b = length;
      for (let at = end - length; at < end; at++) {
        a = Math.imul(a, 0x9e3779b1) + low[at];
        b = Math.imul(b, 0x85ebca6b) + high[at];
      }
      this.#add(mixed(a), mixed(b));
    }
  }

  /** How many of the shingles at `from … to` of a store this text has; gives up below `least`. */
  countShared(others: Float64Array, from: number, to: number, least: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    let misses = to - from - least;
    if (misses < 0) return 0;
    let shared = 0;
    for (let index = from; index < to; index++) {
      const value = others[index] + 1;
      let at = slotOf(value) & mask;
      while (slots[at] !== 0 && slots[at] !== value) at = (at + 1) & mask;
      if (slots[at] !== 0) shared++;
      else if (--misses < 0) return 0;
    }
    return shared;
  }

  #add(a: number, b: number): void {
    const hash = (b >>> 11) * 2 ** 32 + (a >>> 0);
    const slots = this.#slots;
    const mask = this.#mask;
    const value = hash + 1;
    let at = slotOf(value) & mask;
    while (slots[at] !== 0) {
      if (slots[at] === value) return;
      at = (at + 1) & mask;
    }
    slots[at] = value;
    this.values[this.count] = hash;
    this.short[this.count] = a ^ b;
    this.key = (this.key + Math.imul(a, b | 1)) | 0;
    this.count++;
  }

  #empty(most: number): void {
    this.count = 0;
    this.key = 0;
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(most, 1)));
    if (capacity > this.values.length) {
      this.values = new Float64Array(capacity);
      this.short = new Int32Array(capacity);
      this.#slots = new Float64Array(2 * capacity);
    }
    this.#mask = 2 * capacity - 1;
    // After one long text, short ones must not pay for its memory.
    this.#slots.fill(0, 0, 2 * capacity);
  }
}

/** The last bits of a whole number below 2⁵³, well spread already. */
function slotOf(value: number): number {
  return value >>> 0;
}

/** The finaliser of MurmurHash3: every bit of the input changes half of the output's. */
function mixed(hash: number): number {
  let mixing = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixing = Math.imul(mixing ^ (mixing >>> 13), 0xc2b2ae35);
  return mixing ^ (mixing >>> 16);
}
