import { RandomStream } from '#core/base/random-stream.ts';
import type { Shingles } from './shingles.ts';

const hashCount = 128;
/** Rows of a band: two texts meet where all of a band are equal. */
const rowsPerBand = 4;
/** With 4 rows, texts of Jaccard s meet with probability 1 − (1 − s⁴)³²: .87 at .5, .99999995 at .8. */
export const bandCount = hashCount / rowsPerBand;

/**
 * MinHash with 128 hashes (Broder 1997) in 32 bands of 4 rows. A hash is a·x + b modulo 2³² with
 * odd a, a permutation of the 32-bit numbers; x comes well mixed from `Shingles`. The same seed gives
 * the same keys on every machine.
 */
export class MinHash {
  readonly #factors = new Int32Array(hashCount);
  readonly #terms = new Int32Array(hashCount);
  readonly #least = new Int32Array(hashCount);
  /** A key of 32 bits per band, of the text that was read last. */
  readonly bandKeys = new Int32Array(bandCount);

  constructor(seed: number) {
    const random = new RandomStream(seed, 'min-hash');
    for (let index = 0; index < hashCount; index++) {
      this.#factors[index] = random.word() | 1;
      this.#terms[index] = random.word();
    }
  }

  /** Of a text that has shingles. */
  read({ short, count }: Shingles): void {
    const factors = this.#factors;
    const terms = this.#terms;
    // Four at once: each number is loaded once, and the multiplications overlap.
    for (let band = 0; band < bandCount; band++) {
      const at = band * rowsPerBand;
      const a0 = factors[at];
      const a1 = factors[at + 1];
      const a2 = factors[at + 2];
      const a3 = factors[at + 3];
      const b0 = terms[at];
      const b1 = terms[at + 1];
      const b2 = terms[at + 2];
      const b3 = terms[at + 3];
      let least0 = 0x7fffffff;
      let least1 = least0;
      let least2 = least0;
      let least3 = least0;
      for (let index = 0; index < count; index++) {
        const x = short[index];
        const h0 = (Math.imul(x, a0) + b0) | 0;
        const h1 = (Math.imul(x, a1) + b1) | 0;
        const h2 = (Math.imul(x, a2) + b2) | 0;
        const h3 = (Math.imul(x, a3) + b3) | 0;
        if (h0 < least0) least0 = h0;
        if (h1 < least1) least1 = h1;
        if (h2 < least2) least2 = h2;
        if (h3 < least3) least3 = h3;
      }
      this.#least[at] = least0;
      this.#least[at + 1] = least1;
      this.#least[at + 2] = least2;
      this.#least[at + 3] = least3;
      this.bandKeys[band] = keyOf(band, least0, least1, least2, least3);
    }
  }

  /** The share of hashes in which two texts agree estimates their Jaccard similarity. */
  signature(): Int32Array {
    return this.#least.slice();
  }
}

function keyOf(band: number, h0: number, h1: number, h2: number, h3: number): number {
  let key = Math.imul(band + 1, 0x9e3779b1);
  key = Math.imul(key ^ h0, 0x85ebca6b);
  key = Math.imul(key ^ (key >>> 15) ^ h1, 0xc2b2ae35);
  key = Math.imul(key ^ (key >>> 13) ^ h2, 0x27d4eb2f);
  key = Math.imul(key ^ (key >>> 16) ^ h3, 0x165667b1);
  return key ^ (key >>> 15);
}
