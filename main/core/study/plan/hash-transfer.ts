import { hashJson } from '#core/storage/hash-json.ts';
import type { DataHashes } from './data-hashes.ts';
import type { PlannedRun } from './planned-run.ts';
import { isBaseline } from './baselines.ts';
import type { Plan, TaskPlan } from './plan-schema.ts';

/** Raised when a change of the program changes what a run of a transfer gives. */
const transferVersion = 1;

/** The hash of all that determines the result of a run of a transfer. */
export function hashTransfer(
  plan: Plan,
  { model, fold, transfer: step }: PlannedRun,
  sources: {
    readonly data: DataHashes;
    readonly trainingSettingsOf: (task: TaskPlan) => object;
    readonly hashModel: () => string;
  },
): string {
  const { name, condition, shots, draw } = step ?? { name: '', condition: 'source' };
  const {
    source,
    target,
    labels = null,
    fewShot,
  } = plan.transfers?.[name] ?? {
    ...{ source: '', target: '', fewShot: undefined },
  };
  const { data, trainingSettingsOf, hashModel } = sources;
  const { seed } = plan;
  // Folds of the source are not used: all of it is learned from.
  const ofSource = { ...trainingSettingsOf(plan.tasks[source]), folds: undefined };
  // What is like the target is left out of the source, so that both are part of it.
  const read = { transferVersion, labels, source: data.tasks[source], target: data.tasks[target] };
  const tested = { ...divisionOf(plan.tasks[target]), seed, fold };
  if (model !== null && isBaseline(model) && !Object.hasOwn(plan.models, model)) {
    return hashJson({ ...read, baseline: model, tested });
  }
  const learned = () => hashJson({ ...read, model: hashModel(), settings: ofSource, seed });
  if (condition === 'source') return learned();
  if (condition === 'zero-shot') return hashJson({ from: learned(), tested });
  const { epochs, batchSize } = fewShot ?? { epochs: null, batchSize: null };
  return hashJson({
    from: condition === 'alone' ? { ...read, source: null, model: hashModel() } : learned(),
    settings: {
      ...{ ...trainingSettingsOf(plan.tasks[target]), earlyStop: undefined },
      ...(shots === null ? {} : { epochs, batchSize }),
    },
    examples: { shots: shots ?? 'all', draw },
    tested,
  });
}

/** What folds follow from, beside data and seed. */
function divisionOf(task: TaskPlan): object {
  const { folds } = task;
  return task.kind === 'entities' ? { folds, groupByDocument: task.groupByDocument } : { folds };
}
