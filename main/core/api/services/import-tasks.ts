import { randomUUID } from 'node:crypto';
import { AnamnesisError, isAnamnesisError } from '#core/base/error.ts';
import type { ImportChoice } from '#core/collection/documents/import-choice.ts';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import { noCounts } from '#core/storage/document-imports.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import type { ImportTask } from '../contract/documents.ts';
import { toFailure } from '../failure.ts';

export interface ImportTasksOptions {
  readonly workspace: Workspace;
  readonly nowMs: () => number;
  /** Hears of every change of the task. */
  readonly onChange: (task: ImportTask) => void;
  /** An unforeseen error; its message may hold text and must not be logged. */
  readonly onFault: (error: unknown) => void;
}

interface Request {
  readonly collection: string;
  readonly paths: readonly string[];
  readonly choice: ImportChoice;
}

/** Progress is told at most so often. */
const tellEveryMs = 200;

/** Imports of documents, one at a time. */
export function createImportTasks({ workspace, nowMs, onChange, onFault }: ImportTasksOptions) {
  let task: ImportTask | null = null;
  let stop: AbortController | null = null;
  const change = (changed: ImportTask) => {
    task = changed;
    onChange(changed);
  };

  async function run(begun: ImportTask, request: Request, signal: AbortSignal): Promise<void> {
    let latest = begun;
    let toldAtMs = -Infinity;
    try {
      const outcome = await importDocuments(workspace, request, {
        nowMs,
        signal,
        onProgress: async ({ bytesDone, bytesTotal, counts, timeLeftMs }) => {
          const share = bytesTotal === 0 ? null : bytesDone / bytesTotal;
          latest = { ...latest, share, counts, timeLeftMs };
          if (nowMs() - toldAtMs >= tellEveryMs) {
            toldAtMs = nowMs();
            change(latest);
          }
          await new Promise((resolve) => setImmediate(resolve));
        },
      });
      const { collectionId, counts, notInSource, wasResumed, importId } = outcome;
      const problems = gather(workspace.documentImports.problemCounts(importId));
      const done = { state: 'done', share: 1, timeLeftMs: null } as const;
      change({ ...latest, ...done, collectionId, counts, notInSource, wasResumed, problems });
    } catch (error) {
      const ended = { ...latest, timeLeftMs: null };
      if (isAnamnesisError(error, 'collection.stopped')) {
        change({ ...ended, state: 'stopped' });
        return;
      }
      const failure = toFailure(error);
      if (failure.code === 'program.fault') onFault(error);
      change({ ...ended, state: 'failed', failure });
    }
  }

  return {
    latest: () => task,
    /** Begins and returns the task's id. @throws collection.import-running */
    start(request: Request): string {
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
      stop = new AbortController();
      change(begun);
      void run(begun, request, stop.signal);
      return begun.id;
    },
    stop(): void {
      stop?.abort();
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
