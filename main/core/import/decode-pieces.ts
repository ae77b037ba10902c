import type { TextEncoding } from './text-encoding.ts';

/** Turns the bytes of a file into text, piece by piece. */
export interface PieceDecoder {
  /** The text of all characters that the pieces so far complete. */
  decode(piece: Uint8Array): string;
  /** The text of bytes that no piece completed. */
  finish(): string;
  /** Whether bytes so far were not valid in the encoding and became U+FFFD. */
  readonly replaced: boolean;
}

/** How many bytes at the start of `bytes` hold whole characters; what follows needs more bytes. */
function completeLength(bytes: Uint8Array, encoding: TextEncoding): number {
  const { length } = bytes;
  if (encoding === 'utf-8') {
    for (let back = 1; back <= Math.min(3, length); back++) {
      const byte = bytes[length - back];
      if (byte < 0x80) return length;
      if (byte < 0xc0) continue;
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? length - back : length;
    }
    return length;
  }
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const even = length - (length % 2);
    const high = bytes[encoding === 'utf-16le' ? even - 1 : even - 2];
    return even > 0 && (high & 0xfc) === 0xd8 ? even - 2 : even;
  }
  return length;
}

/** Both after each other; where nothing was held, the piece itself. */
export function joinBytes(held: Uint8Array, piece: Uint8Array): Uint8Array {
  if (held.length === 0) return piece;
  const bytes = new Uint8Array(held.length + piece.length);
  bytes.set(held);
  bytes.set(piece, held.length);
  return bytes;
}

/**
 * A decoder for text that comes in pieces, cut anywhere; the pieces may be overwritten afterwards.
 * The text is that of the whole file: a second byte order mark at its start goes too, as
 * TextDecoder does it. Pieces are cut at whole characters and decoded one by one: a strict
 * TextDecoder that streams could not be replaced by a lenient one where it fails.
 */
export function createPieceDecoder(encoding: TextEncoding): PieceDecoder {
  let held: Uint8Array = new Uint8Array(0);
  let ignoreBOM = false;
  let replaced = false;

  /** Strictly where that works, else with U+FFFD. */
  function decodeWhole(bytes: Uint8Array): string {
    if (bytes.length === 0) return '';
    const options = { ignoreBOM };
    ignoreBOM = true;
    if (!replaced) {
      try {
        return new TextDecoder(encoding, { ...options, fatal: true }).decode(bytes);
      } catch {
        replaced = true;
      }
    }
    return new TextDecoder(encoding, options).decode(bytes);
  }

  return {
    decode(piece) {
      const bytes = joinBytes(held, piece);
      const complete = completeLength(bytes, encoding);
      held = bytes.slice(complete);
      return decodeWhole(bytes.subarray(0, complete));
    },
    finish() {
      const rest = held;
      held = new Uint8Array(0);
      return decodeWhole(rest);
    },
    get replaced() {
      return replaced;
    },
  };
}
