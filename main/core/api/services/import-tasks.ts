import { randomUUID } from 'node:crypto';
import { AnamnesisError } from '#core/base/error.ts';
import type { ImportOutcome, ImportRequest } from '#core/collection/documents/import-documents.ts';
import type { ImportProgress } from '#core/collection/documents/import-progress.ts';
import { noCounts } from '#core/storage/document-imports.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import type { ImportTask } from '../contract/documents.ts';
import type { Failure } from '../contract/failure.ts';

/** How a process left its import. */
export type ImportEnd =
  | { readonly state: 'done'; readonly outcome: ImportOutcome }
  | { readonly state: 'stopped' }
  | { readonly state: 'failed'; readonly failure: Failure };

/** An import in a process of its own. */
export interface ImportProcess {
  /** Asks for a clean end: the batch at hand is stored. */
  stop(): void;
  readonly ended: Promise<ImportEnd>;
}

export type LaunchImport = (
  request: ImportRequest,
  onProgress: (progress: ImportProgress) => void,
) => ImportProcess;

export interface ImportTasksOptions {
  readonly workspace: Workspace;
  readonly nowMs: () => number;
  readonly launchImport: LaunchImport;
  /** Hears of every change of the task. */
  readonly onChange: (task: ImportTask) => void;
  /** An import has met an error that nobody foresaw. */
  readonly onFault: () => void;
}

/** Progress is told at most so often. */
const tellEveryMs = 200;

/** Imports of documents, one at a time. */
export function createImportTasks(options: ImportTasksOptions) {
  const { workspace, nowMs, launchImport, onChange, onFault } = options;
  let task: ImportTask | null = null;
  let started: ImportProcess | null = null;
  let isClosed = false;
  const change = (changed: ImportTask) => {
    task = changed;
    if (!isClosed) onChange(changed);
  };

  async function run(begun: ImportTask, request: ImportRequest): Promise<void> {
    let latest = begun;
    let toldAtMs = -Infinity;
    started = launchImport(request, ({ bytesDone, bytesTotal, counts, timeLeftMs }) => {
      const share = bytesTotal === 0 ? null : bytesDone / bytesTotal;
      latest = { ...latest, share, counts, timeLeftMs };
      if (nowMs() - toldAtMs < tellEveryMs) return;
      toldAtMs = nowMs();
      change(latest);
    });
    const end = await started.ended;
    started = null;
    // The workspace may be closed by now.
    if (isClosed) return;
    const ended = { ...latest, state: end.state, timeLeftMs: null };
    if (end.state === 'done') {
      const { collectionId, counts, notInSource, wasResumed, importId } = end.outcome;
      const problems = gather(workspace.documentImports.problemCounts(importId));
      change({ ...ended, share: 1, collectionId, counts, notInSource, wasResumed, problems });
    } else if (end.state === 'failed') {
      const { failure } = end;
      if (failure.code === 'program.fault') onFault();
      change({ ...ended, failure });
    } else change(ended);
  }

  return {
    latest: () => task,
    /** Begins and returns the task's id. @throws collection.import-running */
    start(request: ImportRequest): string {
      if (task?.state === 'running') {
        throw new AnamnesisError('collection.import-running', {
          expected: say('window', 'noImportUnderWay'),
          found: say('window', 'oneInto', task.collection),
          remedy: say('window', 'waitOrStopImport'),
        });
      }
      const begun: ImportTask = {
        id: randomUUID(),
        collection: request.collection,
        state: 'running',
        share: null,
        timeLeftMs: null,
        counts: noCounts,
        notInSource: null,
        wasResumed: false,
        collectionId: null,
        problems: [],
        failure: null,
      };
      change(begun);
      void run(begun, request);
      return begun.id;
    },
    stop(): void {
      started?.stop();
    },
    /** Asks for a clean end. From then on nothing is told, and the workspace is left alone. */
    close(): void {
      isClosed = true;
      started?.stop();
    },
  };
}

type Problems = ImportTask['problems'];

/** The counts of all files together, by rule and action; the most frequent first. */
function gather(counts: readonly Problems[number][]): Problems {
  const kinds = new Map<string, Problems[number]>();
  for (const { rule, action, count } of counts) {
    const key = `${rule}\0${action}`;
    kinds.set(key, { rule, action, count: count + (kinds.get(key)?.count ?? 0) });
  }
  return [...kinds.values()].sort((a, b) => b.count - a.count);
}
