import { Gunzip, Inflate } from 'fflate';

/** What compressed bytes may become. */
export interface InflateBounds {
  /** Bytes at most. */
  readonly most: number;
  /** Times the compressed bytes read so far, beyond the first mebibyte. */
  readonly ratio: number;
}

/** Why inflating ended before its end. */
export type InflateFault = 'damaged' | 'beyond-limits';

/** Compressed bytes that one step takes: what it may become stays below some mebibytes. */
const stepBytes = 2 ** 12;
/** What compressed bytes may become whatever their number. */
export const freeBytes = 2 ** 20;

/**
 * Inflates pieces of a deflate stream or of a gzip file, and returns why it ended before the end, if
 * it did. What becomes more than the bounds allow is stopped there. Never throws.
 */
export function* inflatePieces(
  pieces: Iterable<Uint8Array>,
  kind: 'deflate' | 'gzip',
  { most, ratio }: InflateBounds,
): Generator<Uint8Array, InflateFault | null> {
  let found: Uint8Array[] = [];
  let isEnded = false;
  const stream = kind === 'gzip' ? new Gunzip() : new Inflate();
  stream.ondata = (bytes, isLast) => {
    found.push(bytes);
    isEnded = isLast;
  };
  let taken = 0;
  let given = 0;
  const push = (bytes: Uint8Array, isLast: boolean): InflateFault | null => {
    try {
      stream.push(bytes, isLast);
    } catch {
      return 'damaged';
    }
    return null;
  };
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += stepBytes) {
      const step = piece.slice(at, at + stepBytes);
      const fault = push(step, false);
      taken += step.length;
      for (const bytes of found) given += bytes.length;
      if (given > most || given > freeBytes + ratio * taken) return 'beyond-limits';
      yield* found;
      found = [];
      if (fault !== null) return fault;
    }
  }
  const fault = push(new Uint8Array(0), true);
  for (const bytes of found) given += bytes.length;
  if (given > most) return 'beyond-limits';
  yield* found;
  return fault ?? (isEnded ? null : 'damaged');
}
