import { formatCount } from '#core/base/format-number.ts';
import {
  importDocuments,
  type ImportOutcome,
  type ImportRequest,
} from '#core/collection/documents/import-documents.ts';
import type { ImportProgress } from '#core/collection/documents/import-progress.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { program } from '#hosts/composition/program-location.ts';
import { readPdfApart } from '#hosts/composition/read-pdf-apart.ts';
import type { Output } from '../output.ts';

/** Brings files into a collection and tells how far it is. @throws as `importDocuments` */
export function importFiles(
  workspace: Workspace,
  request: ImportRequest,
  { output, signal }: { readonly output: Output; readonly signal: AbortSignal },
): Promise<ImportOutcome> {
  return importDocuments(workspace, request, {
    nowMs: Date.now,
    readPdf: readPdfApart(),
    signal,
    readerFile: program.entries.curator,
    onProgress: (progress) => {
      output.event(toEvent(progress));
      return new Promise((resolve) => setImmediate(resolve));
    },
  });
}

function toEvent({ bytesDone, bytesTotal, counts, timeLeftMs }: ImportProgress) {
  const done = counts.new + counts.unchanged + counts.changed;
  return {
    type: 'preparation',
    what: `${formatCount(done)} documents`,
    fraction: bytesTotal === 0 ? null : bytesDone / bytesTotal,
    timeLeftMs,
  } as const;
}
