import { resolve } from 'node:path';
import type { DocumentWriter } from '#core/export/document-writer.ts';
import { checkOutsideWorkspace } from '#core/storage/check-outside-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { checkTargetFolder, writeFolder } from '#core/storage/write-folder.ts';
import { createPause, type WorkEffects } from '../selection/long-work.ts';
import {
  type DocumentChoice,
  type SelectedDocuments,
  toSourceDocument,
} from '../selection/select-documents.ts';
import { gatherPieces } from './gather-pieces.ts';
import type { ExportCount } from './count-export.ts';

/** What leaves, in which form, and who says so. */
export interface ExportOrder {
  readonly choice: DocumentChoice;
  readonly selected: SelectedDocuments;
  readonly counted: Pick<ExportCount, 'documentCount' | 'patientCount'>;
  readonly format: string;
  readonly writer: DocumentWriter;
  /** New or empty, and outside the workspace. */
  readonly folder: string;
  /** The user of the operating system. */
  readonly user: string;
}

/** @throws collection.folder-taken, collection.folder-refused */
export function checkExportFolder(workspace: Workspace, folder: string): void {
  checkOutsideWorkspace(workspace, folder, 'collection.folder-refused');
  checkTargetFolder(folder, 'collection.folder-taken');
}

/**
 * Writes documents into a folder that appears when all of it is on the disk, readable by the user
 * alone; what is stopped or fails leaves nothing. What leaves the workspace is not encrypted any
 * more: the audit log says so before the folder appears. Returns how many files there are.
 * @throws collection.stopped, collection.folder-taken, collection.folder-refused, file.unwritable
 */
export async function writeExport(
  workspace: Workspace,
  order: ExportOrder,
  effects: WorkEffects,
): Promise<{ readonly fileCount: number }> {
  const { choice, selected, counted, format, writer, folder, user } = order;
  checkExportFolder(workspace, folder);
  const pause = createPause(effects);
  let taken = 0;
  const documents = {
    *[Symbol.iterator]() {
      for (const stored of selected.documents) {
        taken++;
        yield toSourceDocument(stored);
      }
    },
  };
  const rest = () => pause(taken, selected.count * writer.passes);
  let fileCount = 0;
  await writeFolder(
    folder,
    async ({ write }) => {
      for (const file of writer.write(documents)) {
        await write({ name: file.name, chunks: gatherPieces(file.pieces(), rest) });
        fileCount++;
      }
      workspace.audit.append('documents.exported', {
        ...nameChoice(choice),
        documentCount: counted.documentCount,
        patientCount: counted.patientCount,
        files: fileCount,
        format,
        folder: endOf(resolve(folder)),
        user: endOf(user),
      });
    },
    { withChecksums: false },
  );
  return { fileCount };
}

function nameChoice(choice: DocumentChoice): Record<string, string | number> {
  return 'set' in choice
    ? { setId: choice.set.setId, version: choice.set.version, hash: choice.set.hash }
    : { collectionId: choice.filter.collectionId };
}

/** The audit log holds short values: of a long path its end, which tells it from others. */
function endOf(value: string): string {
  const most = 250;
  return value.length <= most ? value : `…${value.slice(-most)}`;
}
