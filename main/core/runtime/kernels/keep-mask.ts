import { philox } from '#core/base/philox.ts';
import type { DropoutKey } from '#core/training/ports.ts';

/** A mask is written in groups of 32 elements; its memory must have room for whole groups. */
export const maskGroupSize = 32;

/** Sets dropout's key apart from those of `RandomStream`, which hash a label into the same word. */
const dropoutDomain = 0x64726f70;

/** Everything a mask depends on, as the unsigned 32-bit words of Philox's key and counter. */
export interface KeepMaskWords {
  readonly key0: number;
  readonly key1: number;
  readonly site: number;
  readonly stepLow: number;
  readonly stepHigh: number;
  /** A 16-bit draw below this drops its element. */
  readonly threshold: number;
}

/**
 * The words for one place in the graph. Element e of micro-batch t at site s depends on
 * (seed, t, s, e) alone: no mask is ever stored, and any of them can be written again.
 * The rate is met to within 2⁻¹⁷.
 */
export function planKeepMask(dropout: DropoutKey, site: number, rate: number): KeepMaskWords {
  return {
    key0: dropout.seed >>> 0,
    key1: (Math.floor(dropout.seed / 2 ** 32) ^ dropoutDomain) >>> 0,
    site,
    stepLow: dropout.microStep >>> 0,
    stepHigh: Math.floor(dropout.microStep / 2 ** 32) >>> 0,
    threshold: Math.round(rate * 2 ** 16),
  };
}

/**
 * Writes 0 (drop) or 1 (keep) into `mask`, whose length is a multiple of 32: the plain twin of
 * keep-mask.wat. Four consecutive blocks of Philox (counter words: block, site, step) give
 * 4 × 4 words of two 16-bit draws. So that the kernel needs no rearranging, element 8·w + 2·b + h
 * of a group takes half h (0 the lower) of word w of block b.
 */
export function writeKeepMask(mask: Uint8Array, words: KeepMaskWords): void {
  const key = Uint32Array.of(words.key0, words.key1);
  const counter = Uint32Array.of(0, words.site, words.stepLow, words.stepHigh);
  const drawn = new Uint32Array(4);
  for (let group = 0; group < mask.length / maskGroupSize; group++) {
    for (let block = 0; block < 4; block++) {
      counter[0] = group * 4 + block;
      philox(key, counter, drawn, 0);
      for (let word = 0; word < 4; word++) {
        const at = group * maskGroupSize + 8 * word + 2 * block;
        mask[at] = (drawn[word] & 0xffff) >= words.threshold ? 1 : 0;
        mask[at + 1] = drawn[word] >>> 16 >= words.threshold ? 1 : 0;
      }
    }
  }
}

/**
 * The mask of {@link writeKeepMask} with one bit per element: element e is bit e mod 32, counted
 * from the lowest, of word ⌊e / 32⌋.
 */
export function writeKeepBits(mask: Int32Array, words: KeepMaskWords): void {
  const bytes = new Uint8Array(mask.length * maskGroupSize);
  writeKeepMask(bytes, words);
  mask.fill(0);
  bytes.forEach((kept, element) => {
    mask[Math.floor(element / maskGroupSize)] |= kept << (element % maskGroupSize);
  });
}
