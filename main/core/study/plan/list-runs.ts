import {
  baselineKey,
  extensionKey,
  finalKey,
  perplexityKey,
  foldKey,
  pretrainingKey,
  vocabularyKey,
} from '#core/domain/run-keys.ts';
import { listTransferRuns } from './list-transfer-runs.ts';
import { countFolds } from './count-folds.ts';
import { orderModels } from './check-references.ts';
import type { Plan } from './plan-schema.ts';
import type { PlannedRun } from './planned-run.ts';

const blank = { vocabulary: null, model: null, task: null, fold: null };

/**
 * All runs of a plan in an order in which each finds what it needs: vocabularies, then models with
 * parents first, then what these make of held-out text, then every fold of every task: its baselines,
 * which take seconds, before its models. A fold is done for all models before the next begins, so
 * that comparisons grow evenly and can be looked at early. Transfers come behind the tasks that they
 * go between, models to use last.
 */
export function listRuns(plan: Plan): PlannedRun[] {
  const models = orderModels(plan);
  const vocabularies = Object.keys(plan.vocabularies).map((name): PlannedRun => ({
    ...blank,
    key: vocabularyKey(name),
    kind: 'vocabulary',
    vocabulary: name,
  }));
  const stages = models.flatMap((model): PlannedRun[] => {
    const { extendVocabulary, pretraining } = plan.models[model];
    const extension = { ...blank, key: extensionKey(model), kind: 'vocabulary', model } as const;
    const training = { ...blank, key: pretrainingKey(model), kind: 'pretraining', model } as const;
    return [
      ...(extendVocabulary === undefined ? [] : [extension]),
      ...(pretraining === undefined ? [] : [training]),
    ];
  });
  const perplexities = (plan.heldOut === undefined ? [] : models).map((model): PlannedRun => ({
    ...blank,
    key: perplexityKey(model),
    kind: 'perplexity',
    model,
  }));
  const folds = Object.entries(plan.tasks).flatMap(([task, settings]) =>
    Array.from({ length: countFolds(settings) }, (_, fold) => [
      ...settings.baselines.map((model): PlannedRun => ({
        ...blank,
        key: baselineKey({ task, model, fold }),
        kind: 'baseline',
        model,
        task,
        fold,
      })),
      ...models.map((model): PlannedRun => ({
        ...blank,
        key: foldKey({ task, model, fold }),
        kind: 'fine-tuning',
        model,
        task,
        fold,
      })),
    ]).flat(),
  );
  const finals = Object.entries(plan.tasks).flatMap(([task, { finalModel }]) =>
    (finalModel ? models : []).map((model): PlannedRun => ({
      ...blank,
      key: finalKey({ task, model }),
      kind: 'final',
      model,
      task,
    })),
  );
  const transfers = listTransferRuns(plan, models);
  return [...vocabularies, ...stages, ...perplexities, ...folds, ...transfers, ...finals];
}
