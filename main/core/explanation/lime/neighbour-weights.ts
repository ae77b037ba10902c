import type { Masks } from './draw-masks.ts';

/** Of the exponential kernel, in hundredths of cosine distance: lime's default. */
const kernelWidth = 25;

/**
 * [samples] how much each neighbour counts: √exp(−D² / 25²), where D = 100 (1 − √(kept / words)) is
 * its cosine distance from the text in hundredths (lime_text.py).
 */
export function neighbourWeights({ keptCounts, words }: Masks): Float64Array {
  return Float64Array.from(keptCounts, (kept) => {
    const distance = 100 * (1 - Math.sqrt(kept / words));
    return Math.sqrt(Math.exp(-(distance ** 2) / kernelWidth ** 2));
  });
}
