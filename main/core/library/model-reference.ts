import type { ModelSummary } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { pointOf } from './model-of-run.ts';
import { readModelRecord } from './model-record.ts';

/** How users call a model, and what it is in the line from import to fine-tuning. */
export interface ModelPlace {
  /** By which `findModel` finds it; its id for one that is superseded. */
  readonly reference: string;
  readonly origin: 'imported' | 'extended' | 'pre-trained' | 'fine-tuned' | 'superseded';
  /** It learned from all folds but one, to be tested on that: not a model to use. */
  readonly isOfFold?: true;
}

type Entry = Pick<ModelSummary, 'id' | 'name' | 'studyId' | 'runId' | 'configuration'>;

/** Where each model of a workspace has its place, by id. */
export function placeModels(
  workspace: Workspace,
  models: readonly Entry[],
): Map<string, ModelPlace> {
  const newest = listNewestOfRuns(models);
  return new Map(models.map((model) => [model.id, place(workspace, model, newest)]));
}

/**
 * Of models in the order of `models.list`, those by which their runs and the states beside them are
 * known: a run that was interrupted after it had stored a model makes another one when it is repeated.
 */
export function listNewestOfRuns(models: readonly Entry[]): Set<string> {
  const byState = new Map<string, string>();
  for (const model of models) {
    if (model.runId === null) continue;
    const state = JSON.stringify([model.runId, pointOf(model)]);
    if (!byState.has(state)) byState.set(state, model.id);
  }
  return new Set(byState.values());
}

function place(workspace: Workspace, model: Entry, newest: ReadonlySet<string>): ModelPlace {
  const { id, name, studyId, runId } = model;
  const { origin } = readModelRecord(model);
  const isExtended = origin.kind === 'vocabulary-extension';
  if (runId === null && studyId === null) {
    return { reference: name, origin: isExtended ? 'extended' : 'imported' };
  }
  if (runId === null || !newest.has(id)) return { reference: id, origin: 'superseded' };
  const run = workspace.runs.get(runId);
  const study = workspace.studies.get(run.studyId).name;
  const point = pointOf(model);
  if (point !== null) return { reference: `${study}/${name}/${point}`, origin: 'pre-trained' };
  if (isExtended) return { reference: `${study}/${name}/extended`, origin: 'extended' };
  if (run.kind === 'final') {
    return { reference: `${study}/${run.key.slice('final/'.length)}/final`, origin: 'fine-tuned' };
  }
  if (run.kind === 'transfer') {
    return { reference: `${study}/${run.key.slice('transfer/'.length)}`, origin: 'fine-tuned' };
  }
  return run.kind === 'fine-tuning'
    ? {
        reference: `${study}/${run.key.slice('fine-tune/'.length)}`,
        origin: 'fine-tuned',
        isOfFold: true,
      }
    : { reference: `${study}/${name}`, origin: 'pre-trained' };
}
