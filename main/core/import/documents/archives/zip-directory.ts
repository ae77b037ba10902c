import type { InputBytes } from './input-bytes.ts';

/** A file in a ZIP archive, as its directory has it. */
export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** A link of Unix to another path. */
  readonly isLink: boolean;
  /** 0 for stored, 8 for deflate. */
  readonly method: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Of its bytes, by the usual polynomial. */
  readonly checksum: number;
  /** Offset of its local header. */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const endLength = 22;
const longestComment = 0xffff;
const zip64Locator = 0x07064b50;
const zip64Sizes = 0x0001;
const unicodePath = 0x7075;
const entrySignature = 0x02014b50;
const entryLength = 46;
const localSignature = 0x04034b50;
const localLength = 30;
/** Where an entry was made, and what kind of file of that system it is. */
const unix = 3;
const linkType = 0xa;

/** Upper half of code page 437, in which names stand unless they are said to be UTF-8. */
const codePage437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

function decodeName(bytes: Uint8Array): string {
  try {
    // Many programs write UTF-8 without saying so.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) =>
      byte < 0x80 ? String.fromCharCode(byte) : codePage437[byte - 0x80],
    ).join('');
  }
}

/** A field of 64 bits; no archive is as long as a number that is not exact. */
function readLong(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

/** Where the directory stands; null where the archive has none, such as one that was cut. */
function findDirectory(
  bytes: InputBytes,
  byteCount: number,
): { start: number; size: number } | null {
  const tailStart = Math.max(0, byteCount - endLength - longestComment);
  const tail = bytes.read(tailStart, byteCount);
  const view = viewOf(tail);
  for (let at = tail.length - endLength; at >= 0; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const size = view.getUint32(at + 12, true);
    const start = view.getUint32(at + 16, true);
    const locator = at - 20;
    const isLong = locator >= 0 && view.getUint32(locator, true) === zip64Locator;
    if (!isLong) return { start, size };
    const end = bytes.read(readLong(view, locator + 8), readLong(view, locator + 8) + 56);
    if (end.length < 56) return null;
    return { start: readLong(viewOf(end), 48), size: readLong(viewOf(end), 40) };
  }
  return null;
}

/** Extra fields of an entry: numbers that need 64 bits, and its name in UTF-8. */
function readExtra(
  extra: Uint8Array,
  sizes: { size: number; compressedSize: number; offset: number },
) {
  const view = viewOf(extra);
  let name: string | null = null;
  for (let at = 0; at + 4 <= extra.length;) {
    const id = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const end = Math.min(at + 4 + length, extra.length);
    let field = at + 4;
    if (id === zip64Sizes) {
      for (const key of ['size', 'compressedSize', 'offset'] as const) {
        if (sizes[key] !== 0xffffffff || field + 8 > end) continue;
        sizes[key] = readLong(view, field);
        field += 8;
      }
    } else if (id === unicodePath && length > 5) {
      name = decodeName(extra.subarray(at + 9, end));
    }
    at += 4 + length;
  }
  return name;
}

/** The entries of a ZIP archive, folders included; null where it has no directory. Never throws. */
export function readZipDirectory(bytes: InputBytes, byteCount: number): ZipEntry[] | null {
  const place = findDirectory(bytes, byteCount);
  if (place === null || place.start + place.size > byteCount) return null;
  const directory = bytes.read(place.start, place.start + place.size);
  const view = viewOf(directory);
  const entries: ZipEntry[] = [];
  for (let at = 0; at + entryLength <= directory.length;) {
    if (view.getUint32(at, true) !== entrySignature) return entries.length > 0 ? entries : null;
    const nameEnd = at + entryLength + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const sizes = {
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    const unicode = readExtra(directory.subarray(nameEnd, extraEnd), sizes);
    entries.push({
      name: unicode ?? decodeName(directory.subarray(at + entryLength, nameEnd)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      isLink: directory[at + 5] === unix && view.getUint16(at + 40, true) >>> 12 === linkType,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      ...sizes,
    });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Where the bytes of an entry stand; null where its local header is none. */
export function locateEntry(
  bytes: InputBytes,
  { offset, compressedSize }: ZipEntry,
): { start: number; end: number } | null {
  const header = bytes.read(offset, offset + localLength);
  if (header.length < localLength) return null;
  const view = viewOf(header);
  if (view.getUint32(0, true) !== localSignature) return null;
  const start = offset + localLength + view.getUint16(26, true) + view.getUint16(28, true);
  return { start, end: start + compressedSize };
}
