import type { ReadLimits } from '../read-limits.ts';
import { inflatePieces, type InflateFault } from './inflate-pieces.ts';
import type { InputBytes } from './input-bytes.ts';
import { locateEntry, type ZipEntry } from './zip-directory.ts';

/** Why an entry cannot be read. */
export type EntryFault = InflateFault | 'encrypted' | 'method';

const stored = 0;
const deflated = 8;

/** The bytes of an entry, in pieces; returns why it ended before its end, if it did. Never throws. */
export function* readZipEntry(
  bytes: InputBytes,
  entry: ZipEntry,
  { expandedBytes, expansionRatio }: Pick<ReadLimits, 'expandedBytes' | 'expansionRatio'>,
): Generator<Uint8Array, EntryFault | null> {
  if (entry.isEncrypted) return 'encrypted';
  if (entry.method !== stored && entry.method !== deflated) return 'method';
  const place = locateEntry(bytes, entry);
  if (place === null) return 'damaged';
  const pieces = bytes.pieces(place.start, place.end);
  if (entry.method === deflated) {
    return yield* inflatePieces(pieces, 'deflate', { most: expandedBytes, ratio: expansionRatio });
  }
  let length = 0;
  for (const piece of pieces) {
    length += piece.length;
    if (length > expandedBytes) return 'beyond-limits';
    yield piece;
  }
  return length === entry.compressedSize ? null : 'damaged';
}
