import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { countExport } from '#core/collection/export/count-export.ts';
import { findWriter } from '#core/collection/export/find-writer.ts';
import { userName } from '#core/collection/export/user-name.ts';
import { checkExportFolder, writeExport } from '#core/collection/export/write-export.ts';
import {
  type DocumentChoice,
  selectDocuments,
  type SelectedDocuments,
} from '#core/collection/selection/select-documents.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { ExportTask } from '../contract/document-export.ts';
import type { ApiEvent } from '../contract/events.ts';
import type { ExportService } from '../ports.ts';
import { createStoppableWork } from './stoppable-work.ts';
import { toDocumentChoice } from './view-document.ts';

export interface ExportServiceOptions {
  readonly workspace: Workspace;
  /** The folder to which paths are relative. */
  readonly pathsRelativeTo: string;
  readonly nowMs: () => number;
  /** An unforeseen error; its message may hold text and must not be logged. */
  readonly onFault: (error: unknown) => void;
}

/** What was counted, and would be written after a yes. */
interface Counted {
  readonly taskId: string;
  readonly choice: DocumentChoice;
  readonly selected: SelectedDocuments;
}

/** Exports of documents, one at a time: counted first, written when a person has said yes. */
export function createExportService(options: ExportServiceOptions): ExportService {
  const { workspace, pathsRelativeTo } = options;
  const listeners = new Set<(event: ApiEvent) => void>();
  const work = createStoppableWork<ExportTask>({
    ...options,
    onChange: (task) => {
      for (const listener of listeners) listener({ type: 'document-export', task });
    },
  });
  let waiting: Counted | null = null;
  const requireIdle = () => {
    if (!work.isRunning()) return;
    throw new AnamnesisError('collection.export-running', {
      expected: say('leaving', 'noExportRunning'),
      found: say('leaving', 'oneRunning'),
      remedy: say('leaving', 'waitOrStop'),
    });
  };

  return {
    task: () => Promise.resolve(work.latest()),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    count: async (request) => {
      requireIdle();
      const folder = resolve(pathsRelativeTo, request.folder);
      checkExportFolder(workspace, folder);
      const choice = toDocumentChoice(workspace, request.choice);
      const selected = selectDocuments(workspace, choice);
      if (selected.count === 0) throw noDocuments();
      const begun: ExportTask = {
        id: randomUUID(),
        request,
        subject: nameOf(workspace, choice),
        folder,
        state: 'counting',
        share: null,
        counted: null,
        fileCount: null,
        failure: null,
      };
      work.start(begun, async (effects) => {
        const counted = await countExport(selected, findWriter(request.format), effects);
        waiting = { taskId: begun.id, choice, selected };
        return { ...begun, state: 'counted', counted };
      });
      return begun.id;
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    write: async (taskId) => {
      requireIdle();
      const task = work.latest();
      const isWaiting = task?.state === 'counted' && waiting?.taskId === taskId;
      if (!isWaiting || task.counted === null || waiting === null) throw notCounted();
      const { choice, selected } = waiting;
      const { counted, folder } = task;
      const { format } = task.request;
      checkExportFolder(workspace, folder);
      waiting = null;
      work.start({ ...task, state: 'writing', share: null }, async (effects) => {
        const order = { choice, selected, counted, format, folder, user: userName() };
        const writer = findWriter(format);
        const { fileCount } = await writeExport(workspace, { ...order, writer }, effects);
        return { ...task, state: 'done', share: 1, fileCount };
      });
    },
    stop: () => {
      const task = work.latest();
      work.stop();
      if (task?.state === 'counted') {
        waiting = null;
        work.change({ ...task, state: 'stopped' });
      }
      return Promise.resolve();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: () => {
      work.stop();
    },
  };
}

function nameOf(workspace: Workspace, choice: DocumentChoice): string {
  return 'set' in choice
    ? choice.set.name
    : workspace.collections.get(choice.filter.collectionId).name;
}

function noDocuments(): AnamnesisError {
  return new AnamnesisError('collection.empty', {
    expected: say('leaving', 'documentsToWrite'),
    found: say('leaving', 'noneThatFit'),
    remedy: say('leaving', 'widenChoice'),
  });
}

function notCounted(): AnamnesisError {
  return new AnamnesisError('record.missing', {
    expected: say('leaving', 'countedExport'),
    found: say('leaving', 'noneOrAnother'),
    remedy: say('leaving', 'countAgain'),
  });
}
