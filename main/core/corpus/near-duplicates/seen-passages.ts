import { HashSet } from '#core/base/hash-set.ts';
import { WordHashes } from './word-hashes.ts';

/**
 * Remembers passages of at least so many words by a 53-bit hash of their words, so that case,
 * punctuation and white space make no difference; some 20 bytes for each.
 */
export class SeenPassages {
  readonly #leastWords: number;
  readonly #words = new WordHashes();
  readonly #seen = new HashSet();

  constructor(leastWords: number) {
    this.#leastWords = leastWords;
  }

  has(passage: string): boolean {
    const hash = this.#hash(passage);
    return hash !== null && this.#seen.has(hash);
  }

  /** Remembers a passage that is long enough. */
  add(passage: string): void {
    const hash = this.#hash(passage);
    if (hash !== null) this.#seen.add(hash);
  }

  /** Null for a passage that is too short. */
  #hash(passage: string): number | null {
    const words = this.#words;
    words.read(passage);
    if (words.count < this.#leastWords) return null;
    let a = words.count;
    let b = words.count;
    for (let at = 0; at < words.count; at++) {
      a = Math.imul(a ^ (a >>> 15), 0x9e3779b1) + words.low[at];
      b = Math.imul(b ^ (b >>> 13), 0x85ebca6b) + words.high[at];
    }
    a = Math.imul(a ^ (a >>> 16), 0xc2b2ae35);
    b = Math.imul(b ^ (b >>> 16), 0x27d4eb2f);
    return (b >>> 11) * 2 ** 32 + (a >>> 0);
  }
}
