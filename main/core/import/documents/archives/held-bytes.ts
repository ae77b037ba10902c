import type { SourceInput } from '../document-format.ts';

/** Whole inputs in memory: those asked for last, up to a sum. */
export interface HeldBytes {
  /** Whether an input is small enough. */
  takes(input: SourceInput): boolean;
  /** All bytes of an input; null where it is too large to be held. */
  of(input: SourceInput): Uint8Array | null;
}

/** Holds inputs of up to `mostOfOne` bytes each, and `mostTogether` at a time. */
export function holdBytes(mostOfOne: number, mostTogether: number): HeldBytes {
  const held = new Map<SourceInput, Uint8Array>();
  let together = 0;
  const takes = ({ byteCount }: SourceInput) => byteCount <= mostOfOne;
  return {
    takes,
    of(input) {
      const known = held.get(input);
      if (known !== undefined) {
        // The last to go.
        held.delete(input);
        held.set(input, known);
        return known;
      }
      if (!takes(input)) return null;
      const bytes = readWhole(input);
      held.set(input, bytes);
      together += bytes.length;
      for (const [oldest, { length }] of held) {
        if (together <= mostTogether || oldest === input) break;
        held.delete(oldest);
        together -= length;
      }
      return bytes;
    },
  };
}

function readWhole(input: SourceInput): Uint8Array {
  const { byteCount } = input;
  const bytes = new Uint8Array(byteCount);
  let at = 0;
  for (const piece of input.pieces()) {
    const part = piece.subarray(0, byteCount - at);
    bytes.set(part, at);
    at += part.length;
  }
  return bytes.subarray(0, at);
}
