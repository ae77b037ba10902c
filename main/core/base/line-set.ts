import { HashSet } from './hash-set.ts';

/** Each grows by itself, so that never more than a small part is copied. */
const shardCount = 64;

/**
 * A 53-bit hash of a string: two 32-bit multiplicative hashes with cross-mixing (cyrb53). Among
 * ten million lines, two different ones are taken for equal with a probability of 0.6 %.
 */
function hashText(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (b & 0x1fffff) * 2 ** 32 + (a >>> 0);
}

/** Remembers lines by their hash, so that a corpus of gigabytes needs some 20 bytes per line. */
export class LineSet {
  readonly #shards = Array.from({ length: shardCount }, () => new HashSet());

  /** Adds a line; true when it was not there yet. */
  add(line: string): boolean {
    const hash = hashText(line);
    return this.#shards[hash % shardCount].add(hash);
  }
}
