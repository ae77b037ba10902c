import { archiveMalformed } from './archive-malformed.ts';
import { readExactly } from './checkpoint-files.ts';
import type { CheckpointFiles } from './checkpoint-files.ts';

/** Where the bytes of a stored entry lie in the archive. */
export interface ZipEntry {
  readonly start: number;
  readonly end: number;
}

/** Signatures and fixed sizes of APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16. */
const endSignature = 0x06054b50;
const endSize = 22;
const commentLimit = 65_535;
const locatorSignature = 0x07064b50;
const locatorSize = 20;
const end64Signature = 0x06064b50;
const end64Size = 56;
const centralSignature = 0x02014b50;
const centralSize = 46;
const localSignature = 0x04034b50;
const localSize = 30;
const zip64Tag = 1;
/** A directory has about 100 bytes per tensor; each of its entries costs a read of the file. */
const directoryLimitBytes = 4_194_304;

interface Directory {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

/**
 * The entries of a zip archive by name. Only archives as PyTorch writes them are read: entries
 * stored without compression or encryption, in one volume.
 * @throws AnamnesisError checkpoint.archive-malformed, checkpoint.file-truncated
 */
export async function readZipDirectory(
  files: CheckpointFiles,
  file: string,
): Promise<Map<string, ZipEntry>> {
  const directory = await findDirectory(files, file);
  const bytes = await readExactly(files, file, directory);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder('utf-8');
  const entries = new Map<string, ZipEntry>();
  let position = 0;
  for (let index = 0; index < directory.count; index++) {
    if (
      position + centralSize > bytes.length ||
      view.getUint32(position, true) !== centralSignature
    ) {
      throw archiveMalformed(
        file,
        `${directory.count} entries in its directory`,
        `${index} of them`,
      );
    }
    const nameLength = view.getUint16(position + 28, true);
    const extraLength = view.getUint16(position + 30, true);
    const nameEnd = position + centralSize + nameLength;
    const next = nameEnd + extraLength + view.getUint16(position + 32, true);
    if (next > bytes.length) throw archiveMalformed(file, 'a directory entry', 'a part of one');
    const name = decoder.decode(bytes.subarray(position + centralSize, nameEnd));
    const flags = view.getUint16(position + 8, true);
    const method = view.getUint16(position + 10, true);
    if (method !== 0 || (flags & 1) !== 0) {
      throw archiveMalformed(file, 'entries stored as they are', 'compressed or encrypted ones');
    }
    if (entries.has(name))
      throw archiveMalformed(file, 'entries of different names', 'the same twice');
    const sizes = readSizes(view, { position, nameEnd, extraLength });
    if (sizes === null || sizes.stored !== sizes.original) {
      throw archiveMalformed(file, 'sizes that can be', 'others');
    }
    const start = await findData(files, {
      file,
      offset: sizes.offset,
      directoryStart: directory.start,
    });
    const end = start + sizes.stored;
    if (end > directory.start)
      throw archiveMalformed(file, 'entries before the directory', 'one beyond');
    entries.set(name, { start, end });
    position = next;
  }
  return entries;
}

async function findDirectory(files: CheckpointFiles, file: string): Promise<Directory> {
  const size = files.sizeOf(file);
  const tailStart = Math.max(0, size - endSize - commentLimit - locatorSize);
  const tail = await readExactly(files, file, { start: tailStart, end: size });
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  let at = tail.length - endSize;
  while (at >= 0 && view.getUint32(at, true) !== endSignature) at--;
  if (at < 0) throw archiveMalformed(file, 'a zip archive', 'no directory at its end');
  let count = view.getUint16(at + 10, true);
  let length = view.getUint32(at + 12, true);
  let start = view.getUint32(at + 16, true);
  const locator = at - locatorSize;
  if (locator >= 0 && view.getUint32(locator, true) === locatorSignature) {
    const end64 = readNumber(view, locator + 8);
    if (end64 === null || end64 + end64Size > size) {
      throw archiveMalformed(file, 'a zip64 directory', 'a wrong place of it');
    }
    const range = { start: end64, end: end64 + end64Size };
    const record = await readExactly(files, file, range);
    const view64 = new DataView(record.buffer, record.byteOffset, record.byteLength);
    if (view64.getUint32(0, true) !== end64Signature) {
      throw archiveMalformed(file, 'a zip64 directory', 'something else in its place');
    }
    count = readNumber(view64, 32) ?? -1;
    length = readNumber(view64, 40) ?? -1;
    start = readNumber(view64, 48) ?? -1;
  }
  const isPossible = count >= 0 && length >= 0 && start >= 0 && start + length <= size;
  if (!isPossible || length > directoryLimitBytes) {
    throw archiveMalformed(file, 'a directory inside the file', 'one beyond its end');
  }
  return { start, end: start + length, count };
}

/** An unsigned 64-bit number, or null where it is too large to be an offset. */
function readNumber(view: DataView, position: number): number | null {
  const value = view.getBigUint64(position, true);
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : null;
}

/** Sizes and offset of a directory entry; those that do not fit 32 bits stand in the extra field. */
function readSizes(
  view: DataView,
  entry: { position: number; nameEnd: number; extraLength: number },
): { stored: number; original: number; offset: number } | null {
  const { position, nameEnd, extraLength } = entry;
  const values = [
    view.getUint32(position + 24, true),
    view.getUint32(position + 20, true),
    view.getUint32(position + 42, true),
  ];
  let field = nameEnd;
  while (field + 4 <= nameEnd + extraLength) {
    const tag = view.getUint16(field, true);
    const fieldEnd = field + 4 + view.getUint16(field + 2, true);
    if (fieldEnd > nameEnd + extraLength) return null;
    let at = field + 4;
    for (let index = 0; tag === zip64Tag && index < values.length; index++) {
      if (values[index] !== 0xffffffff) continue;
      if (at + 8 > fieldEnd) return null;
      values[index] = readNumber(view, at) ?? -1;
      at += 8;
    }
    field = fieldEnd;
  }
  const [original, stored, offset] = values;
  return values.some((value) => value < 0) ? null : { stored, original, offset };
}

/** The local header repeats the name and has its own extra field: only it tells where data starts. */
async function findData(
  files: CheckpointFiles,
  place: { file: string; offset: number; directoryStart: number },
): Promise<number> {
  const { file, offset, directoryStart } = place;
  if (offset + localSize > directoryStart) {
    throw archiveMalformed(file, 'entries before the directory', 'one beyond');
  }
  const header = await readExactly(files, file, { start: offset, end: offset + localSize });
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (view.getUint32(0, true) !== localSignature) {
    throw archiveMalformed(file, 'an entry where the directory says', 'something else');
  }
  return offset + localSize + view.getUint16(26, true) + view.getUint16(28, true);
}
