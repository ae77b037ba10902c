import type { SourceInput } from '../document-format.ts';
import { splitName } from '../name-input.ts';
import { type Expansion, faultOf, makePart } from './expansion.ts';
import { inflatePieces } from './inflate-pieces.ts';
import { headOf } from './input-bytes.ts';
import { archiveHeadBytes, recogniseArchive } from './recognise-archive.ts';

/**
 * The file in a .gz; what stands before damage is read. An archive in it has the place of the .gz
 * itself: nobody takes a .tar.gz for two.
 */
export function* expandGzip(input: SourceInput, expansion: Expansion): Generator<SourceInput> {
  const bounds = { most: expansion.bytesLeft, ratio: expansion.limits.expansionRatio };
  const inflate = (most: number) => inflatePieces(input.pieces(), 'gzip', { ...bounds, most });
  const pieces = inflate(bounds.most);
  let byteCount = 0;
  let next = pieces.next();
  for (; next.done !== true; next = pieces.next()) {
    byteCount += next.value.length;
    expansion.bytesLeft -= next.value.length;
  }
  if (next.value === 'damaged') {
    const detail = 'The file is damaged or cut; what stands before that is read.';
    expansion.problems.add([{ ...faultOf(input, 'damaged'), detail }]);
  } else if (next.value !== null) expansion.problems.add([faultOf(input, next.value)]);
  if (next.value === 'beyond-limits' || (next.value !== null && byteCount === 0)) return;
  const { name, part } = input;
  const inner = makePart(
    { name, part, byteCount },
    () => upTo(inflate(Infinity), byteCount),
    expansion,
  );
  const isArchive = recogniseArchive(headOf(inner, archiveHeadBytes)) !== null;
  const named = isArchive ? part : expansion.names.take(part, innerName(part ?? name));
  if (isArchive || named !== null) yield { ...inner, part: named };
}

/** The name of what was compressed. */
function innerName(name: string): string {
  const { base } = splitName(name);
  return /.\.gz$/i.test(base) ? base.slice(0, -3) : base;
}

/** The first bytes of some pieces. */
function* upTo(pieces: Iterable<Uint8Array>, byteCount: number): Generator<Uint8Array> {
  let left = byteCount;
  for (const piece of pieces) {
    if (left === 0) return;
    const part = piece.subarray(0, left);
    left -= part.length;
    yield part;
  }
}
