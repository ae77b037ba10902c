import {
  extensionKey,
  foldKey,
  pretrainingKey,
  transferKey,
  vocabularyKey,
} from '#core/domain/run-keys.ts';
import type { PlannedRun } from './planned-run.ts';
import type { Plan } from './plan-schema.ts';

/** The keys of the runs that must be finished before a run can begin; not what these need in turn. */
export function listNeeds(plan: Plan, run: PlannedRun): string[] {
  const { kind, model, transfer } = run;
  if (model === null || !Object.hasOwn(plan.models, model)) return [];
  switch (kind) {
    case 'vocabulary':
      return needsOfOrigin(plan, model);
    case 'pretraining':
      return needsOfStart(plan, model);
    case 'baseline':
      return [];
    case 'perplexity':
    case 'fine-tuning':
      return needsOfModel(plan, model);
    case 'final':
      return [...needsOfModel(plan, model), ...foldsThatChoose(plan, run.task, model)];
    case 'transfer': {
      const source = plan.transfers?.[run.task ?? '']?.source ?? null;
      return [...needsOfModel(plan, model), ...foldsThatChoose(plan, source, model)];
    }
    case 'zero-shot':
    case 'few-shot':
      if (transfer === undefined) return [];
      if (transfer.condition === 'alone') return needsOfModel(plan, model);
      return [
        transferKey({
          ...{ transfer: transfer.name, model, condition: 'source' },
          ...{ shots: null, fold: null, draw: null },
        }),
      ];
  }
}

/** The folds of a task, where these choose for how many epochs a model learns all of it. */
function foldsThatChoose(plan: Plan, task: string | null, model: string): string[] {
  if (task === null || plan.tasks[task].earlyStop === undefined) return [];
  const { folds } = plan.tasks[task];
  return Array.from({ length: folds }, (_, fold) => foldKey({ task, model, fold }));
}

/** For a model as its own pre-training, if any, leaves it. */
function needsOfModel(plan: Plan, model: string): string[] {
  return plan.models[model].pretraining === undefined
    ? needsOfStart(plan, model)
    : [pretrainingKey(model)];
}

function needsOfStart(plan: Plan, model: string): string[] {
  return plan.models[model].extendVocabulary === undefined
    ? needsOfOrigin(plan, model)
    : [extensionKey(model)];
}

function needsOfOrigin(plan: Plan, model: string): string[] {
  const { start } = plan.models[model];
  if (start.kind === 'scratch') return [vocabularyKey(start.vocabulary)];
  return start.kind === 'model' ? needsOfModel(plan, start.model) : [];
}
