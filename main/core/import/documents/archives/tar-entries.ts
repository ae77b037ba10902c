/** A file in a tar archive. */
export interface TarEntry {
  readonly name: string;
  /** Offset of its bytes. */
  readonly start: number;
  readonly size: number;
  /** Whether it is a file; folders, links and devices are none. */
  readonly isFile: boolean;
}

const block = 512;
/** Of names and other facts that stand in blocks of their own. */
const longestFact = 2 ** 20;

const decode = (bytes: Uint8Array) => {
  const end = bytes.indexOf(0);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    end === -1 ? bytes : bytes.subarray(0, end),
  );
};

/** Octal digits, or a number in base 256 where the first bit is set. */
function readNumber(field: Uint8Array): number {
  if ((field[0] & 0x80) === 0) return Number.parseInt(decode(field).trim() || '0', 8);
  return field.subarray(1).reduce((number, byte) => number * 256 + byte, 0);
}

/** Whether a block is the header of an entry: the sum of its bytes stands in it. */
export function isTarHeader(header: Uint8Array): boolean {
  if (header.length < block) return false;
  const stated = readNumber(header.subarray(148, 156));
  let sum = 0;
  for (let at = 0; at < block; at++) sum += at >= 148 && at < 156 ? 32 : header[at];
  return sum === stated && sum > 256;
}

/** The path in a pax header: "27 path=map/brief.txt\n". */
function paxPath(fact: Uint8Array): string | null {
  const text = new TextDecoder().decode(fact);
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(text)?.[1] ?? null;
}

/** What comes of an archive: entries with their bytes as they pass by. */
export type TarEvent =
  | { readonly kind: 'entry'; readonly entry: TarEntry }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' }
  | { readonly kind: 'damaged' };

/** Reads an archive from pieces: GNU and pax names included. Never throws. */
export function* readTar(pieces: Iterable<Uint8Array>): Generator<TarEvent> {
  let header = new Uint8Array(0);
  let position = 0;
  let left = 0;
  let padding = 0;
  let fact: { type: string; parts: number[] } | null = null;
  let longName: string | null = null;
  let isOpen = false;

  for (const piece of pieces) {
    let at = 0;
    while (at < piece.length) {
      if (left > 0) {
        const bytes = piece.subarray(at, at + left);
        left -= bytes.length;
        at += bytes.length;
        position += bytes.length;
        if (fact === null) yield { kind: 'bytes', bytes };
        else for (const byte of bytes) fact.parts.push(byte);
        if (left > 0) break;
      }
      if (left === 0 && fact !== null) {
        const bytes = Uint8Array.from(fact.parts);
        longName = fact.type === 'L' ? decode(bytes) : (paxPath(bytes) ?? longName);
        fact = null;
      } else if (left === 0 && isOpen) {
        isOpen = false;
        yield { kind: 'end' };
      }
      const skipped = Math.min(padding, piece.length - at);
      padding -= skipped;
      at += skipped;
      position += skipped;
      if (at >= piece.length) break;
      const bytes = piece.subarray(at, at + block - header.length);
      const joined = new Uint8Array(header.length + bytes.length);
      joined.set(header);
      joined.set(bytes, header.length);
      header = joined;
      at += bytes.length;
      position += bytes.length;
      if (header.length < block) break;
      const full = header;
      header = new Uint8Array(0);
      if (full.every((byte) => byte === 0)) continue;
      if (!isTarHeader(full)) {
        yield { kind: 'damaged' };
        return;
      }
      const size = readNumber(full.subarray(124, 136));
      if (!Number.isSafeInteger(size) || size < 0) {
        yield { kind: 'damaged' };
        return;
      }
      const type = String.fromCharCode(full[156]);
      left = size;
      padding = (block - (size % block)) % block;
      if ((type === 'L' || type === 'x' || type === 'g') && size <= longestFact) {
        fact = { type: type === 'g' ? 'x' : type, parts: [] };
        continue;
      }
      const isUstar = decode(full.subarray(257, 262)) === 'ustar';
      const prefix = isUstar ? decode(full.subarray(345, 500)) : '';
      const short = decode(full.subarray(0, 100));
      const name = longName ?? (prefix === '' ? short : `${prefix}/${short}`);
      longName = null;
      const isFile = type === '0' || type === '\0' || type === '7';
      isOpen = true;
      yield { kind: 'entry', entry: { name, start: position, size, isFile } };
      if (size === 0) {
        isOpen = false;
        yield { kind: 'end' };
      }
    }
  }
  if (left === 0 && isOpen) yield { kind: 'end' };
  else if (left > 0 || header.length > 0) yield { kind: 'damaged' };
}
