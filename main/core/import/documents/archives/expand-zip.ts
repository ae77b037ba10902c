import type { SourceInput } from '../document-format.ts';
import { checksum } from './checksum.ts';
import { type Expansion, faultOf, makePart } from './expansion.ts';
import { freeBytes } from './inflate-pieces.ts';
import { type InputBytes, openBytes } from './input-bytes.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';
import { type EntryFault, readZipEntry } from './zip-entry.ts';

/** Files that say that a ZIP file is a document of an office program, wherever they stand in it. */
const officeNames = new Set(['[Content_Types].xml', 'mimetype']);

/** A ZIP file and what its directory lists; null for a document of an office program. */
export interface OpenedZip {
  readonly bytes: InputBytes;
  /** Null where it has no directory. */
  readonly entries: readonly ZipEntry[] | null;
}

export function openZip(input: SourceInput, expansion: Expansion): OpenedZip | null {
  const bytes = openBytes(input, expansion.archives);
  const entries = readZipDirectory(bytes, input.byteCount);
  return entries?.some(({ name }) => officeNames.has(name)) === true ? null : { bytes, entries };
}

/** Expands an entry once, to know that it can be read. */
function tryEntry(bytes: InputBytes, entry: ZipEntry, expansion: Expansion): EntryFault | null {
  const { expansionRatio } = expansion.limits;
  if (entry.size > expansion.bytesLeft) return 'beyond-limits';
  if (entry.size > freeBytes + expansionRatio * entry.compressedSize) return 'beyond-limits';
  const pieces = readZipEntry(bytes, entry, {
    expandedBytes: expansion.bytesLeft,
    expansionRatio,
  });
  let sum = 0;
  let size = 0;
  let next = pieces.next();
  for (; next.done !== true; next = pieces.next()) {
    sum = checksum(sum, next.value);
    size += next.value.length;
    expansion.bytesLeft -= next.value.length;
  }
  const isWhole = sum === entry.checksum && size === entry.size;
  return next.value ?? (isWhole ? null : 'damaged');
}

/** The files of a ZIP archive. */
export function* expandZip(
  input: SourceInput,
  { bytes, entries }: OpenedZip,
  expansion: Expansion,
): Generator<SourceInput> {
  if (entries === null) {
    const detail = 'The archive has no directory: it is damaged or cut.';
    expansion.problems.add([{ ...faultOf(input, 'damaged'), detail }]);
    return;
  }
  // Entries of one archive that share bytes are how small files become endless.
  let compressedLeft = input.byteCount;
  for (const entry of entries) {
    if (/[/\\]$/.test(entry.name)) continue;
    compressedLeft -= entry.compressedSize;
    if (entry.isLink) {
      expansion.names.tellLink(input.part, entry.name);
      continue;
    }
    const part = expansion.names.take(input.part, entry.name);
    if (part === null) continue;
    const place = { name: input.name, part, byteCount: entry.size };
    const fault = compressedLeft < 0 ? 'beyond-limits' : tryEntry(bytes, entry, expansion);
    if (fault !== null) {
      expansion.problems.add([faultOf(place, fault)]);
      continue;
    }
    const { expansionRatio } = expansion.limits;
    const bounds = { expandedBytes: entry.size, expansionRatio };
    yield makePart(place, () => readZipEntry(bytes, entry, bounds), expansion);
  }
}
