import { toFailure } from '#core/api/failure.ts';
import type { ImportEnd } from '#core/api/services/import-tasks.ts';
import { isAnamnesisError } from '#core/base/error.ts';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import type { ImportProgress } from '#core/collection/documents/import-progress.ts';
import { actAs } from '#core/storage/acting-person.ts';
import { openWorkspace } from '#core/storage/workspace.ts';
import type { ImportCommand } from '#hosts/composition/curator-protocol.ts';
import { program } from '#hosts/composition/program-location.ts';
import { readPdfApart } from '#hosts/composition/read-pdf-apart.ts';
import { systemClock } from '#hosts/composition/system-clock.ts';

/** Imports documents into a workspace and says how that ended; never rejects. */
export async function bringIn(
  { workspaceFolder, rawKey, personId, request }: ImportCommand,
  effects: {
    readonly onProgress: (progress: ImportProgress) => void;
    readonly signal: AbortSignal;
  },
): Promise<ImportEnd> {
  try {
    const workspace = openWorkspace(workspaceFolder, { rawKey });
    try {
      const surroundings: Parameters<typeof importDocuments>[2] = {
        nowMs: () => systemClock.nowMs(),
        readPdf: readPdfApart(),
        signal: effects.signal,
        onProgress: async (progress) => {
          effects.onProgress(progress);
          // Otherwise nobody would hear that the host asks for an end.
          await new Promise((resolve) => setImmediate(resolve));
        },
        readerFile: program.entries.curator,
      };
      const outcome = await actAs(personId, () =>
        importDocuments(workspace, request, surroundings),
      );
      return { state: 'done', outcome };
    } finally {
      workspace.close();
    }
  } catch (error) {
    if (isAnamnesisError(error, 'collection.stopped')) return { state: 'stopped' };
    return { state: 'failed', failure: toFailure(error) };
  }
}
