import type { SourceInput } from '../document-format.ts';

/** Bytes of an input at any place. */
export interface InputBytes {
  /** A copy of what stands from `start` to before `end`; shorter where the input ends before. */
  read(start: number, end: number): Uint8Array;
  /** The same in pieces, which may be overwritten by the next. */
  pieces(start: number, end: number): Iterable<Uint8Array>;
}

/** Inputs up to this size are held whole; of larger ones each look passes over them again. */
const heldBytes = 256 * 2 ** 20;
const pieceBytes = 2 ** 16;

function* piecesOf(
  input: Pick<SourceInput, 'pieces'>,
  start: number,
  end: number,
): Generator<Uint8Array> {
  let at = 0;
  for (const piece of input.pieces()) {
    const from = Math.max(0, start - at);
    const part = piece.subarray(Math.min(from, piece.length), Math.max(0, end - at));
    if (part.length > 0) yield part;
    at += piece.length;
    if (at >= end) return;
  }
}

/** All bytes of some pieces as one. */
export function joinPieces(pieces: Iterable<Uint8Array>): Uint8Array {
  const copies = Array.from(pieces, (piece) => piece.slice());
  const bytes = new Uint8Array(copies.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const copy of copies) {
    bytes.set(copy, at);
    at += copy.length;
  }
  return bytes;
}

/** Makes the bytes of an input reachable at any place. */
export function openBytes(input: SourceInput): InputBytes {
  let held: Uint8Array | null = null;
  const holdAll = () => (held ??= joinPieces(input.pieces()));
  if (input.byteCount > heldBytes) {
    const pieces = (start: number, end: number) => piecesOf(input, start, end);
    return { read: (start, end) => joinPieces(pieces(start, end)), pieces };
  }
  return {
    read: (start, end) => holdAll().slice(start, end),
    *pieces(start, end) {
      const bytes = holdAll();
      for (let at = start; at < Math.min(end, bytes.length); at += pieceBytes) {
        yield bytes.slice(at, Math.min(at + pieceBytes, end));
      }
    },
  };
}

/** The first bytes of an input, as many as it has up to a number. */
export function headOf(input: Pick<SourceInput, 'pieces'>, length: number): Uint8Array {
  const head = new Uint8Array(length);
  let filled = 0;
  for (const piece of input.pieces()) {
    const part = piece.subarray(0, length - filled);
    head.set(part, filled);
    filled += part.length;
    if (filled === length) break;
  }
  return head.subarray(0, filled);
}
