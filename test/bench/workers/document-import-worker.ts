import { rmSync } from 'node:fs';

import { importDocuments } from '#core/collection/documents/import-documents.ts';
import { createWorkspace } from '#core/storage/workspace.ts';
import { program } from '#hosts/composition/program-location.ts';

import { readPeakBytes } from '../measure/peak-memory.ts';
import { answerLines } from './answer-lines.ts';

export interface DocumentImportRequest {
  /** A table of notes. */
  readonly path: string;
  /** A folder that is made, and is left where it shall be. */
  readonly workspace: string;
  readonly isKept: boolean;
}

export interface DocumentImportAnswer {
  /** Until the workspace is closed, with all in its database. */
  readonly elapsedMs: number;
  /** Of all threads of the process. */
  readonly processorMs: number;
  readonly documentCount: number;
  readonly peakBytes: number | null;
}

export const passphrase = 'of a bench';

await answerLines(async (message): Promise<DocumentImportAnswer> => {
  const { path, workspace: folder, isKept } = message as DocumentImportRequest;
  // Making the workspace, whose passphrase costs time on purpose, is not counted.
  const workspace = createWorkspace(folder, { passphrase });
  const start = performance.now();
  const before = process.cpuUsage();
  const { counts } = await importDocuments(
    workspace,
    { collection: 'notes', paths: [path], choice: {} },
    { nowMs: Date.now, readerFile: program.entries.curator },
  );
  workspace.close();
  const elapsedMs = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  if (!isKept) rmSync(folder, { recursive: true });
  const processorMs = (user + system) / 1000;
  return { elapsedMs, processorMs, documentCount: counts.new, peakBytes: readPeakBytes() };
});
