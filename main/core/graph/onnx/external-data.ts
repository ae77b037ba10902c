/** Where a tensor lies in the file that holds the weights of a model; all in bytes. */
export interface ExternalPlace {
  readonly offset: number;
  readonly length: number;
  /** Zeros between the tensor before and this one. */
  readonly paddingBefore: number;
}

/** The size of a page: readers may map a tensor into memory where it lies. */
const alignment = 4096;

/**
 * Puts tensors of these lengths one after the other (ONNX's ExternalData.md: offsets should be
 * multiples of a page). Sums stay exact up to 2⁵³ bytes.
 */
export function layOutExternalData(lengths: readonly number[]): ExternalPlace[] {
  let end = 0;
  return lengths.map((length) => {
    const offset = Math.ceil(end / alignment) * alignment;
    const paddingBefore = offset - end;
    end = offset + length;
    return { offset, length, paddingBefore };
  });
}
