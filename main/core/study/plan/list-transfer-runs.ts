import { transferKey } from '#core/domain/run-keys.ts';
import type { PlannedRun } from './planned-run.ts';
import type { Plan, TransferPlan } from './plan-schema.ts';
import type { TransferStep } from './transfer-step.ts';

/**
 * The runs of all transfers of a plan: baselines that learn from the source, then of each model the
 * run that learns the source and those that are tested on the target.
 */
export function listTransferRuns(plan: Plan, models: readonly string[]): PlannedRun[] {
  return Object.entries(plan.transfers ?? {}).flatMap(([name, transfer]) => {
    const foldCount = plan.tasks[transfer.target].folds;
    return [
      ...baselinesOf(plan, transfer).flatMap((model) => listZeroShot(name, model, foldCount)),
      ...models.flatMap((model) => [
        makeRun(model, null, { name, condition: 'source', shots: null, draw: null }),
        ...listZeroShot(name, model, foldCount),
        ...listFewShot(name, model, { transfer, foldCount }),
      ]),
    ];
  });
}

/** Those of the source that learn: what they have learned is tested on the target. */
function baselinesOf(plan: Plan, { source }: TransferPlan): readonly string[] {
  return plan.tasks[source].baselines.filter((baseline) => baseline !== 'keywords');
}

function listZeroShot(name: string, model: string, foldCount: number): PlannedRun[] {
  return Array.from({ length: foldCount }, (_, fold) =>
    makeRun(model, fold, { name, condition: 'zero-shot', shots: 0, draw: null }),
  );
}

function listFewShot(
  name: string,
  model: string,
  { transfer: { fewShot }, foldCount }: { transfer: TransferPlan; foldCount: number },
): PlannedRun[] {
  if (fewShot === undefined) return [];
  return fewShot.examples.flatMap((examples) => {
    if (examples === 'all') {
      return Array.from({ length: foldCount }, (_, fold) =>
        makeRun(model, fold, { name, condition: 'few-shot', shots: null, draw: null }),
      );
    }
    const conditions = fewShot.withoutSource
      ? (['few-shot', 'alone'] as const)
      : (['few-shot'] as const);
    return conditions.flatMap((condition) =>
      Array.from({ length: fewShot.draws }, (_, draw) =>
        makeRun(model, draw % foldCount, { name, condition, shots: examples, draw }),
      ),
    );
  });
}

const kinds = {
  source: 'transfer',
  'zero-shot': 'zero-shot',
  'few-shot': 'few-shot',
  alone: 'few-shot',
} as const satisfies Record<TransferStep['condition'], PlannedRun['kind']>;

function makeRun(model: string, fold: number | null, transfer: TransferStep): PlannedRun {
  return {
    key: transferKey({ ...transfer, transfer: transfer.name, model, fold }),
    kind: kinds[transfer.condition],
    vocabulary: null,
    model,
    task: transfer.name,
    fold,
    transfer,
  };
}
