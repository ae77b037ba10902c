import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { assert } from '#core/base/assert.ts';

/** The documents of a corpus, in the order of its lines. */
export interface CorpusDocuments {
  /** [documents] how many of the lines each has; at least one. */
  readonly lineCounts: Uint32Array;
  /**
   * [documents] whole numbers below 2⁴⁸, hashes of the patient where one is known and of the text as
   * it was read otherwise: equal in all corpora that have the same patient or the same document.
   */
  readonly keys: Float64Array;
}

/** Packs them into bytes, little-endian on every machine: a count, the line counts, the keys. */
export function packDocuments({ lineCounts, keys }: CorpusDocuments): Uint8Array {
  const count = lineCounts.length;
  assert(keys.length === count, 'each document has a key');
  const bytes = Buffer.alloc(4 + 12 * count);
  bytes.writeUInt32LE(count, 0);
  lineCounts.forEach((value, index) => bytes.writeUInt32LE(value, 4 + 4 * index));
  keys.forEach((value, index) => bytes.writeDoubleLE(value, 4 + 4 * count + 8 * index));
  return deflateRawSync(bytes, { level: 1 });
}

export function unpackDocuments(content: Uint8Array): CorpusDocuments {
  const bytes = inflateRawSync(content);
  const count = bytes.readUInt32LE(0);
  return {
    lineCounts: Uint32Array.from({ length: count }, (_, index) =>
      bytes.readUInt32LE(4 + 4 * index),
    ),
    keys: Float64Array.from({ length: count }, (_, index) =>
      bytes.readDoubleLE(4 + 4 * count + 8 * index),
    ),
  };
}
