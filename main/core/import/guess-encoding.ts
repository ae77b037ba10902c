import type { TextEncoding } from './text-encoding.ts';

/** How many bytes at the start decide about UTF-16 without a mark and about binary data. */
export const sampleBytes = 4096;
/** "PK" (ZIP, Word, Excel), "%PDF", old Office, gzip: what users pick by mistake. */
const binarySignatures = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x25, 0x50, 0x44, 0x46],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x1f, 0x8b, 0x08],
] as const;

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return bytes.length >= prefix.length && prefix.every((byte, index) => bytes[index] === byte);
}

/** The byte order mark with which a file begins. */
export function markOf(start: Uint8Array): { encoding: TextEncoding; length: number } | null {
  if (startsWith(start, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', length: 3 };
  if (startsWith(start, [0xff, 0xfe])) return { encoding: 'utf-16le', length: 2 };
  if (startsWith(start, [0xfe, 0xff])) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** Bytes 0 in even and odd places of the sample; letters of European languages have one each. */
function countZeroBytes(sample: Uint8Array): { even: number; odd: number; pairs: number } {
  const zeros = [0, 0];
  for (let index = 0; index < sample.length; index++) if (sample[index] === 0) zeros[index % 2]++;
  return { even: zeros[0], odd: zeros[1], pairs: Math.ceil(sample.length / 2) };
}

/**
 * What the first bytes of a file without a mark, `sampleBytes` where it has as many, say of it:
 * null when it is no text; "single-bytes" for UTF-8 or Windows-1252, which only the whole file tells.
 */
export function guessFromSample(
  sample: Uint8Array,
): 'utf-16le' | 'utf-16be' | 'single-bytes' | null {
  if (binarySignatures.some((signature) => startsWith(sample, signature))) return null;
  const { even, odd, pairs } = countZeroBytes(sample);
  if (odd > 0.3 * pairs && even < 0.05 * pairs) return 'utf-16le';
  if (even > 0.3 * pairs && odd < 0.05 * pairs) return 'utf-16be';
  return even + odd > 0.02 * pairs ? null : 'single-bytes';
}

/** Counts the multi-byte sequences of UTF-8 and the bytes that belong to none, piece by piece. */
export class Utf8Census {
  #valid = 0;
  #invalid = 0;
  /** Bytes of the open sequence that were seen; 0 when none is open. */
  #seen = 0;
  #length = 0;

  add(bytes: Uint8Array): void {
    // By index: this runs over every byte of a corpus.
    for (let index = 0; index < bytes.length; index++) {
      const byte = bytes[index];
      if (byte < 0x80 && this.#seen === 0) continue;
      if ((byte & 0xc0) === 0x80) this.#continue();
      else this.#begin(byte);
    }
  }

  /** A few broken bytes must not turn every accent of a UTF-8 file into two wrong letters. */
  isUtf8(): boolean {
    const invalid = this.#invalid + this.#seen;
    return invalid === 0 || this.#valid > invalid;
  }

  #continue(): void {
    if (this.#seen === 0) this.#invalid++;
    else if (++this.#seen === this.#length) {
      this.#valid++;
      this.#seen = 0;
    }
  }

  #begin(byte: number): void {
    this.#invalid += this.#seen;
    this.#seen = byte >= 0xc2 && byte <= 0xf4 ? 1 : 0;
    if (byte >= 0x80) this.#invalid += 1 - this.#seen;
    this.#length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
  }
}
