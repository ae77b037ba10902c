import type { SourceInput } from '../document-format.ts';
import { type HeldBytes, holdBytes } from './held-bytes.ts';

/** Bytes of an input at any place. */
export interface InputBytes {
  /** A copy of what stands from `start` to before `end`; shorter where the input ends before. */
  read(start: number, end: number): Uint8Array;
  /** The same in pieces, which may be overwritten by the next. */
  pieces(start: number, end: number): Iterable<Uint8Array>;
}

/** Inputs up to this size are held whole, though bytes at any place of them could be read. */
const smallBytes = 16 * 2 ** 20;
/** Inputs up to this size are held whole where they can only be read from their start. */
const largestHeld = 256 * 2 ** 20;
const pieceBytes = 2 ** 16;

/** What holds the archives of one import. */
export const holdArchives = (): HeldBytes => holdBytes(largestHeld, 2 * largestHeld);

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

/**
 * Makes the bytes of an input reachable at any place: small ones are held; of larger ones the place
 * is read where the input knows how; else they are held, or, beyond the largest size, passed over.
 */
export function openBytes(input: SourceInput, held: HeldBytes = holdArchives()): InputBytes {
  const pieces = choosePieces(input, held);
  return { read: (start, end) => joinPieces(pieces(start, end)), pieces };
}

function choosePieces(input: SourceInput, held: HeldBytes): InputBytes['pieces'] {
  if (input.range !== undefined && input.byteCount > smallBytes) {
    return (start, end) => input.range?.(start, end) ?? [];
  }
  if (!held.takes(input)) return passOver(input);
  return function* (start, end) {
    const bytes = held.of(input) ?? new Uint8Array(0);
    for (let at = start; at < Math.min(end, bytes.length); at += pieceBytes) {
      yield bytes.slice(at, Math.min(at + pieceBytes, end));
    }
  };
}

/** Reads on from where the last place ended, or anew from the start where the next lies before it. */
function passOver(input: SourceInput): InputBytes['pieces'] {
  interface Pass {
    readonly pieces: Iterator<Uint8Array>;
    at: number;
    rest: Uint8Array;
  }
  const begin = (): Pass => ({
    pieces: input.pieces()[Symbol.iterator](),
    at: 0,
    rest: new Uint8Array(0),
  });
  let parked: Pass | null = null;
  return function* (start, end) {
    const pass = parked !== null && parked.at <= start ? parked : begin();
    parked = null;
    try {
      while (pass.at < end) {
        if (pass.rest.length === 0) {
          const next = pass.pieces.next();
          if (next.done === true) return;
          pass.rest = next.value;
        }
        const skipped = Math.min(Math.max(0, start - pass.at), pass.rest.length);
        const part = pass.rest.subarray(skipped, end - pass.at);
        pass.rest = pass.rest.subarray(skipped + part.length);
        pass.at += skipped + part.length;
        if (part.length > 0) yield part;
      }
    } finally {
      parked = pass;
    }
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
