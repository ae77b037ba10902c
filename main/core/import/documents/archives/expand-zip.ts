import type { SourceInput } from '../document-format.ts';
import { checksum } from './checksum.ts';
import { entryFaults } from './entry-faults.ts';
import type { Expansion } from './expansion.ts';
import { openBytes } from './input-bytes.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';
import { type EntryFault, readZipEntry } from './zip-entry.ts';

/** Expands an entry once, to know that it can be read. */
function tryEntry(
  bytes: ReturnType<typeof openBytes>,
  entry: ZipEntry,
  expansion: Expansion,
): EntryFault | null {
  const { expansionRatio } = expansion.limits;
  if (entry.size > expansion.bytesLeft) return 'beyond-limits';
  const pieces = readZipEntry(bytes, entry, {
    expandedBytes: expansion.bytesLeft,
    expansionRatio,
  });
  let sum = 0;
  for (let next = pieces.next(); ; next = pieces.next()) {
    if (next.done === true) return next.value ?? (sum === entry.checksum ? null : 'damaged');
    sum = checksum(sum, next.value);
    expansion.bytesLeft -= next.value.length;
  }
}

/** The files of a ZIP archive. */
export function* expandZip(input: SourceInput, expansion: Expansion): Generator<SourceInput> {
  const bytes = openBytes(input);
  const entries = readZipDirectory(bytes, input.byteCount);
  if (entries === null) {
    const detail = 'The archive has no directory: it is damaged or cut.';
    expansion.problems.tell(1, 'archive-damaged', 'left-out', detail);
    return;
  }
  // Entries of one archive that share bytes are how small files become endless.
  let compressedLeft = input.byteCount;
  for (const entry of entries) {
    if (/[/\\]$/.test(entry.name)) continue;
    compressedLeft -= entry.compressedSize;
    const part = expansion.names.take(input.part, entry.name);
    if (part === null) continue;
    const fault = compressedLeft < 0 ? 'beyond-limits' : tryEntry(bytes, entry, expansion);
    if (fault !== null) {
      const { rule, detail } = entryFaults[fault];
      expansion.problems.tell(1, rule, 'left-out', detail);
      continue;
    }
    yield {
      name: input.name,
      part,
      byteCount: entry.size,
      pieces: () =>
        readZipEntry(bytes, entry, {
          expandedBytes: entry.size,
          expansionRatio: expansion.limits.expansionRatio,
        }),
    };
  }
}
