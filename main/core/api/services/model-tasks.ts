import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { ByteProgress } from '#core/library/byte-progress.ts';
import { checkOutsideWorkspace } from '#core/storage/check-outside-workspace.ts';
import { exportModel } from '#core/library/export/export-model.ts';
import { importModel } from '#core/library/import-model.ts';
import { describeAgreement, type Agreement } from '#core/library/quantised/agreement.ts';
import { checkTargetFolder } from '#core/storage/write-folder.ts';
import { nameForPeople } from '#core/study/results/name-for-people.ts';
import { verifyModel } from '#core/library/verify-model.ts';
import { say } from '#core/wording/say.ts';
import type { Told } from '#core/base/phrase.ts';
import type { ModelTask, ModelTaskRequest } from '../contract/models.ts';
import { toFailure } from '../failure.ts';

export interface ModelTasksOptions {
  readonly workspace: Workspace;
  /** The folder to which paths are relative. */
  readonly pathsRelativeTo: string;
  readonly nowMs: () => number;
  /** Hears of every change of the task. */
  readonly onChange: (task: ModelTask) => void;
  /** An unforeseen error; its message may hold text and must not be logged. */
  readonly onFault: (error: unknown) => void;
}

export interface ModelTasks {
  /** The task that runs, or the latest that did. */
  latest(): ModelTask | null;
  /**
   * Begins and returns. Throws "model.task-running" while another task runs, and, before anything
   * begins, "model.folder-refused" and "model.folder-taken" for an export.
   */
  start(request: ModelTaskRequest): string;
}

/** Progress is told at most so often. */
const tellEveryMs = 200;

type ExportRequest = Extract<ModelTaskRequest, { kind: 'export' }>;

interface Outcome {
  readonly outcome: string;
  readonly modelId: string;
}

/** Imports, checks and exports of models, one at a time. */
export function createModelTasks(options: ModelTasksOptions): ModelTasks {
  const { workspace, pathsRelativeTo, nowMs, onChange, onFault } = options;
  let task: ModelTask | null = null;
  const change = (changed: ModelTask) => {
    task = changed;
    onChange(changed);
  };

  const checkExport = (request: ExportRequest): string => {
    const folder = resolve(pathsRelativeTo, request.folder);
    checkOutsideWorkspace(workspace, folder, 'model.folder-refused');
    checkTargetFolder(folder, 'model.folder-taken');
    return folder;
  };

  const perform = async (request: ModelTaskRequest, onProgress: ByteProgress): Promise<Outcome> => {
    switch (request.kind) {
      case 'import': {
        const { stored, wasThere, warnings } = await importModel(
          workspace,
          resolve(pathsRelativeTo, request.folder),
          {
            whenTaken: 'refuse',
            onProgress,
            ...(request.name === null ? {} : { name: request.name }),
          },
        );
        return { modelId: stored.id, outcome: describeImport(stored.name, wasThere, warnings) };
      }
      case 'verify': {
        const { modelId } = request;
        const stored = workspace.models.get(modelId);
        const { tensorCount, parameterCount } = await verifyModel(workspace, stored, onProgress);
        return {
          modelId,
          outcome: `Sound: all ${tensorCount} weights with ${parameterCount} values are what was stored.`,
        };
      }
      case 'export': {
        const { modelId, sampleFile } = request;
        const folder = checkExport(request);
        const stored = workspace.models.get(modelId);
        let agreement: Agreement | null = null;
        const files = await exportModel(workspace, stored, {
          folder,
          withOnnx: true,
          ...(sampleFile === null ? {} : { sampleFile: resolve(pathsRelativeTo, sampleFile) }),
          onAgreement: (measured) => (agreement = measured),
        });
        return { modelId, outcome: describeExport(files.length, folder, agreement) };
      }
    }
  };

  const run = async (begun: ModelTask, request: ModelTaskRequest): Promise<void> => {
    let toldAtMs = -Infinity;
    const onProgress: ByteProgress = (doneBytes, totalBytes) => {
      if (nowMs() - toldAtMs < tellEveryMs) return;
      toldAtMs = nowMs();
      change({ ...begun, share: totalBytes === 0 ? null : doneBytes / totalBytes });
    };
    try {
      const outcome = await perform(request, onProgress);
      change({ ...begun, state: 'done', share: 1, ...outcome });
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'program.fault') onFault(error);
      change({ ...begun, state: 'failed', share: null, failure });
    }
  };

  return {
    latest: () => task,
    start(request) {
      if (task?.state === 'running') throw busy();
      if (request.kind === 'export') checkExport(request);
      const modelId = request.kind === 'import' ? null : request.modelId;
      const begun: ModelTask = {
        id: randomUUID(),
        request,
        subject:
          request.kind === 'import'
            ? request.folder
            : nameForPeople(workspace)(workspace.models.get(request.modelId)),
        modelId,
        state: 'running',
        share: null,
        outcome: null,
        failure: null,
      };
      change(begun);
      void run(begun, request);
      return begun.id;
    },
  };
}

function describeImport(name: string, wasThere: boolean, warnings: readonly Told[]): string {
  if (wasThere) return `This folder was imported before, as ${name}.`;
  const notes = warnings.length === 1 ? 'one note' : `${warnings.length} notes`;
  return warnings.length === 0
    ? `Imported as ${name}.`
    : `Imported as ${name}, with ${notes}: see the model.`;
}

function describeExport(fileCount: number, folder: string, agreement: Agreement | null): string {
  const written = `Wrote ${fileCount} files to ${folder}.`;
  if (agreement === null) return written;
  return `${written} The smaller copy is among them; compared with the model it gave ${describeAgreement(agreement)}.`;
}

function busy(): AnamnesisError {
  return new AnamnesisError('model.task-running', {
    expected: say('window', 'noOtherModelTask'),
    found: say('window', 'oneUnderWay'),
    remedy: say('window', 'waitUntilDone'),
  });
}
