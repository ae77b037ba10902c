/** 2⁶ */
const skippedFactor = 64;

/**
 * Hashes of up to 53 bits in one block of memory, found by open addressing: a Set takes four times as
 * much, and is many times slower with numbers above 32 bits.
 */
export class HashSet {
  /** A hash plus one; 0 where there is none. */
  #slots = new Float64Array(64);
  #size = 0;

  /** True when it was not there yet. */
  add(hash: number): boolean {
    const at = this.#find(hash + 1);
    if (this.#slots[at] !== 0) return false;
    this.#slots[at] = hash + 1;
    if (++this.#size * 10 > this.#slots.length * 7) this.#grow();
    return true;
  }

  has(hash: number): boolean {
    return this.#slots[this.#find(hash + 1)] !== 0;
  }

  #find(value: number): number {
    const mask = this.#slots.length - 1;
    // The lowest bits may be the same for all: who has many hashes deals them out to many sets by them.
    let at = ((value / skippedFactor) >>> 0) & mask;
    while (this.#slots[at] !== 0 && this.#slots[at] !== value) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Float64Array(2 * before.length);
    for (const value of before) if (value !== 0) this.#slots[this.#find(value)] = value;
  }
}
