/** Bounds on what one input may cost, whatever its bytes say. */
export interface ReadLimits {
  /** UTF-16 units of one document. */
  readonly documentLength: number;
  /** Documents of one input. */
  readonly documentCount: number;
  /** Files of one archive, with those of archives in it. */
  readonly partCount: number;
  /** Bytes that an archive or a compressed file may become. */
  readonly expandedBytes: number;
  /** Times its own size that a compressed part may become, beyond the first mebibyte. */
  readonly expansionRatio: number;
  /** Archives inside archives, elements inside elements, JSON inside JSON. */
  readonly depth: number;
  /** Problems that are told in full; more are counted. */
  readonly problemCount: number;
}

export const defaultLimits: ReadLimits = {
  documentLength: 16 * 2 ** 20,
  documentCount: 10_000_000,
  partCount: 1_000_000,
  expandedBytes: 64 * 2 ** 30,
  expansionRatio: 200,
  depth: 64,
  problemCount: 1000,
};
