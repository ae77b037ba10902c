import type { ErrorCode } from '#core/base/error-codes.ts';
import { AnamnesisError } from '#core/base/error.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { listStarts } from '#core/study/plan/list-starts.ts';
import { keepModel } from '#core/library/keeping/keep-model.ts';
import { listModels, type ListedModel } from '#core/library/keeping/list-models.ts';
import { nameForPeople } from '#core/study/results/name-for-people.ts';
import { readModelRecord } from '#core/library/model-record.ts';
import { planPruning } from '#core/library/keeping/plan-pruning.ts';
import { pruneModels } from '#core/library/keeping/prune-models.ts';
import { listStoredTensors } from '#core/library/read-weights-file.ts';
import { removeModel } from '#core/library/keeping/remove-model.ts';
import type { ApiEvent } from '../contract/events.ts';
import type { Failure } from '../contract/failure.ts';
import type { ModelLine, PredictionView } from '../contract/models.ts';
import type { ModelService } from '../ports.ts';
import { createModelTasks, type ModelTasksOptions } from './model-tasks.ts';
import { viewModelDetails, viewModelLine, viewPruning } from './view-model.ts';

interface Library {
  readonly names: ReadonlyMap<string, string>;
  readonly listed: ReadonlyMap<string, ListedModel>;
  readonly heads: ReadonlyMap<string, ModelLine['head']>;
}

/** Asks a model in a process of its own; a failure is an answer. */
export type PredictText = (
  modelId: string,
  text: string,
) => Promise<
  | { readonly ok: true; readonly prediction: PredictionView }
  | { readonly ok: false; readonly failure: Failure }
>;

export interface ModelServiceOptions extends Omit<ModelTasksOptions, 'onChange'> {
  readonly predict: PredictText;
}

/** The model library as the window sees it. */
export function createModelService(options: ModelServiceOptions): ModelService {
  const { workspace, pathsRelativeTo } = options;
  const listeners = new Set<(event: ApiEvent) => void>();
  const tell = (event: ApiEvent) => {
    for (const listener of listeners) listener(event);
  };
  const tasks = createModelTasks({
    ...options,
    onChange: (task) => {
      tell({ type: 'model-task', task });
      if (task.state === 'done' && task.request.kind !== 'verify') tell({ type: 'models-changed' });
    },
  });
  const countParameters = rememberParameterCounts(workspace);
  const lineOf = async (
    model: ListedModel,
    { listed, names, heads }: Library,
  ): Promise<ModelLine> =>
    viewModelLine(model, {
      listed,
      names,
      head: heads.get(model.id) ?? null,
      parameterCount: await countParameters(model),
    });
  const readNames = () => {
    const nameOf = nameForPeople(workspace);
    return new Map(workspace.models.list().map((model) => [model.id, nameOf(model)]));
  };
  const readLibrary = (): Library => ({
    names: readNames(),
    listed: new Map(listModels(workspace, listStarts(workspace)).map((model) => [model.id, model])),
    heads: new Map(
      workspace.models.list().map((model) => [model.id, readModelRecord(model).head?.kind ?? null]),
    ),
  });

  return {
    async list() {
      const library = readLibrary();
      const models: ModelLine[] = [];
      // One after the other: each opens a file.
      for (const model of library.listed.values()) models.push(await lineOf(model, library));
      return { models, pathsRelativeTo };
    },
    async get(modelId) {
      const stored = workspace.models.get(modelId);
      const library = readLibrary();
      const { listed, names } = library;
      const model = listed.get(modelId);
      if (model === undefined) throw new Error('a model that is there is listed');
      return viewModelDetails(workspace, stored, {
        listed,
        names,
        line: await lineOf(model, library),
      });
    },
    task: () => Promise.resolve(tasks.latest()),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    startTask: async (request) => tasks.start(request),
    predict: async (modelId, text) => {
      workspace.models.get(modelId);
      const answer = await options.predict(modelId, text);
      if (answer.ok) return answer.prediction;
      const { code, place, expected, found, remedy } = answer.failure;
      throw new AnamnesisError(code as ErrorCode, {
        expected,
        found,
        remedy,
        ...(place === null ? {} : { place }),
      });
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    keep: async (modelId, keep) => {
      keepModel(workspace, workspace.models.get(modelId), keep);
      tell({ type: 'models-changed' });
    },
    remove: async (modelId) => {
      await removeModel(workspace, workspace.models.get(modelId));
      tell({ type: 'models-changed' });
    },
    pruning: () =>
      Promise.resolve(viewPruning(planPruning(workspace, listStarts(workspace)), readNames())),
    prune: async (modelIds) => {
      const result = await pruneModels(workspace, listStarts(workspace), {
        shown: new Set(modelIds),
      });
      tell({ type: 'models-changed' });
      return result;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** Weights never change once stored, so the header of each file is read once. */
function rememberParameterCounts(
  workspace: Workspace,
): (model: Pick<ListedModel, 'id' | 'weightsBlobId'>) => Promise<number | null> {
  const known = new Map<string, number>();
  return async (model) => {
    const remembered = known.get(model.id);
    if (remembered !== undefined) return remembered;
    try {
      const tensors = await listStoredTensors(workspace, model);
      const count = tensors.reduce((sum, { start, end }) => sum + (end - start) / 4, 0);
      known.set(model.id, count);
      return count;
    } catch {
      // A damaged file must not hide the others; "verify" says what is wrong with it.
      return null;
    }
  };
}
