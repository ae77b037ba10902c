import type { ImportProblem } from '#core/domain/import-report.ts';

/** The encodings that can be read. Windows-1250 is never guessed, it must be given. */
export const textEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
] as const;

export type TextEncoding = (typeof textEncodings)[number];

export interface DecodedText {
  /** Without a byte order mark; line endings as in the file. Empty when the file is no text. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Whether the file began with a byte order mark: some tools count it as a character. */
  readonly hasByteOrderMark: boolean;
  /** At most one per rule; empty for a clean file in Unicode or in the encoding given. */
  readonly problems: readonly ImportProblem[];
}

/** How many bytes at the start decide about UTF-16 without a mark and about binary data. */
const sampleBytes = 4096;
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

function markOf(bytes: Uint8Array): { encoding: TextEncoding; length: number } | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', length: 3 };
  if (startsWith(bytes, [0xff, 0xfe])) return { encoding: 'utf-16le', length: 2 };
  if (startsWith(bytes, [0xfe, 0xff])) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** Bytes 0 in even and odd places of the sample; letters of European languages have one each. */
function countZeroBytes(bytes: Uint8Array): { even: number; odd: number; pairs: number } {
  const length = Math.min(bytes.length, sampleBytes);
  const zeros = [0, 0];
  for (let index = 0; index < length; index++) if (bytes[index] === 0) zeros[index % 2]++;
  return { even: zeros[0], odd: zeros[1], pairs: Math.ceil(length / 2) };
}

/** Valid multi-byte sequences and bytes that belong to none, counted over the whole file. */
function countUtf8Sequences(bytes: Uint8Array): { valid: number; invalid: number } {
  let valid = 0;
  let invalid = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index];
    if (byte < 0x80) continue;
    const following = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
    let seen = 0;
    while (seen < following && (bytes[index + 1 + seen] & 0xc0) === 0x80) seen++;
    if (byte >= 0xc2 && byte <= 0xf4 && seen === following) {
      valid++;
      index += following;
    } else invalid++;
  }
  return { valid, invalid };
}

/** The encoding of bytes without a mark, or null when they are no text. */
function guessEncoding(bytes: Uint8Array): TextEncoding | null {
  if (binarySignatures.some((signature) => startsWith(bytes, signature))) return null;
  const { even, odd, pairs } = countZeroBytes(bytes);
  if (odd > 0.3 * pairs && even < 0.05 * pairs) return 'utf-16le';
  if (even > 0.3 * pairs && odd < 0.05 * pairs) return 'utf-16be';
  if (even + odd > 0.02 * pairs) return null;
  const { valid, invalid } = countUtf8Sequences(bytes);
  // A few broken bytes must not turn every accent of a UTF-8 file into two wrong letters.
  return invalid === 0 || valid > invalid ? 'utf-8' : 'windows-1252';
}

/** Decodes strictly where that works, else with U+FFFD; `replaced` says which it was. */
function decode(bytes: Uint8Array, encoding: TextEncoding): { text: string; replaced: boolean } {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), replaced: false };
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), replaced: true };
  }
}

/** 1-based line of an offset of a text with any line endings. */
function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|[\n\r]/).length;
}

/**
 * Turns the bytes of a text file into a string. The encoding, unless given: a byte order mark;
 * else UTF-16 by where its zero bytes are; else UTF-8 when valid, or when broken bytes are rarer
 * than sound accents; else Windows-1252, which is reported. Never throws.
 */
export function decodeText(
  bytes: Uint8Array,
  file: string,
  givenEncoding?: TextEncoding,
): DecodedText {
  const mark = markOf(bytes);
  const encoding = mark?.encoding ?? givenEncoding ?? guessEncoding(bytes);
  const hasByteOrderMark = mark !== null;
  if (encoding === null) {
    const detail = 'The file holds binary data: save it as plain text or CSV first.';
    const problem = { file, line: 1, rule: 'file-not-text', action: 'left-out', detail } as const;
    return { text: '', encoding: 'utf-8', hasByteOrderMark, problems: [problem] };
  }
  const { text, replaced } = decode(bytes.subarray(mark?.length ?? 0), encoding);
  const problems: ImportProblem[] = [];
  if (encoding === 'windows-1252' && givenEncoding === undefined) {
    const detail =
      'The bytes are not valid UTF-8 and were read as Windows-1252; "encoding" in the plan names another.';
    problems.push({ file, line: 1, rule: 'file-encoding-guessed', action: 'kept', detail });
  }
  if (replaced) {
    const line = lineAt(text, text.indexOf('\ufffd'));
    const detail = `Some bytes, the first on this line, are not valid ${encoding} and were replaced by U+FFFD.`;
    problems.push({ file, line, rule: 'file-invalid-bytes', action: 'repaired', detail });
  }
  return { text, encoding, hasByteOrderMark, problems };
}
