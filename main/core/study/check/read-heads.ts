import { accessSync, closeSync, constants, openSync, readSync } from 'node:fs';
import { unreadableFile } from '#core/collection/files/source-files.ts';
import type { CorpusFile } from '#core/collection/corpora/corpus-files.ts';
import type { MeasuredFile } from '#core/collection/files/source-pieces.ts';

/** How much may be looked at. The first file of a set is always begun. */
export interface LookingLimits {
  /** Sets of files up to this size are read whole. */
  readonly wholeBytes: number;
  /** Of each file of a larger set. */
  readonly headBytes: number;
  /** Of all files of a larger set. */
  readonly setBytes: number;
  readonly isTimeUp: () => boolean;
}

/** The beginning of a file up to the end of a line, or all of it. */
export interface FileHead {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}

/**
 * The heads of files in their order, until the limits are reached; what is read together in one
 * step, such as the two files of a document, is given as one group and stays whole.
 * @throws file.unreadable, also for a file of which nothing is read
 */
export function readHeads(
  groups: readonly (readonly (MeasuredFile | CorpusFile)[])[],
  limits: LookingLimits,
): FileHead[] {
  const files = groups.flat();
  for (const file of files) if ('path' in file) requireReadable(file.path);
  const total = files.reduce((sum, { byteCount }) => sum + byteCount, 0);
  const isWhole = total <= limits.wholeBytes;
  const heads: FileHead[] = [];
  let left = isWhole ? total : limits.setBytes;
  for (const group of groups) {
    if (heads.length > 0 && (limits.isTimeUp() || (left <= 0 && !isWhole))) break;
    for (const file of group) {
      const most = isWhole || group.length > 1 ? file.byteCount : limits.headBytes;
      const head = readHead(file, most);
      heads.push(head);
      left -= head.bytes.length;
    }
  }
  return heads;
}

function readHead(file: MeasuredFile | CorpusFile, maxBytes: number): FileHead {
  return 'path' in file ? readHeadOfFile(file, maxBytes) : readHeadOfPart(file, maxBytes);
}

/** Of a file in an archive. */
function readHeadOfPart({ name, byteCount, pieces }: CorpusFile, maxBytes: number): FileHead {
  const buffer = new Uint8Array(Math.min(byteCount, maxBytes));
  let filled = 0;
  for (const piece of pieces()) {
    const part = piece.subarray(0, buffer.length - filled);
    buffer.set(part, filled);
    filled += part.length;
    if (filled === buffer.length) break;
  }
  const bytes = buffer.subarray(0, filled);
  const isWhole = buffer.length === byteCount;
  return { name, isWhole, bytes: isWhole ? bytes : cutAtLine(bytes) };
}

function readHeadOfFile(file: MeasuredFile, maxBytes: number): FileHead {
  const { name, path, byteCount } = file;
  const length = Math.min(byteCount, maxBytes);
  try {
    const descriptor = openSync(path, 'r');
    try {
      const buffer = new Uint8Array(length);
      const bytes = buffer.subarray(0, readSync(descriptor, buffer, 0, length, 0));
      const isWhole = length === byteCount;
      return { name, isWhole, bytes: isWhole ? bytes : cutAtLine(bytes) };
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw unreadableFile(path, error);
  }
}

const lineFeed = 0x0a;

/** Up to the last line feed, of one byte or of two (UTF-16); a line without end stays as it is. */
function cutAtLine(bytes: Uint8Array): Uint8Array {
  const at = bytes.lastIndexOf(lineFeed);
  if (at <= 0) return bytes;
  const end = bytes[at + 1] === 0 ? at + 2 : at + 1;
  return bytes.subarray(0, end);
}

function requireReadable(path: string): void {
  try {
    accessSync(path, constants.R_OK);
  } catch (error) {
    throw unreadableFile(path, error);
  }
}
