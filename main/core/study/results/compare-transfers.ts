import { adjustComparisons } from '#core/evaluation/statistics/adjust-comparisons.ts';
import { compareModels } from '#core/evaluation/statistics/compare-models.ts';
import type { TransferComparison, TransferResults } from '#core/report/study-results.ts';
import { orderModels } from '../plan/check-references.ts';
import type { Plan } from '../plan/plan-schema.ts';

type Side = TransferComparison['a'];
type Uncompared = Omit<TransferResults, 'comparisons'>;

interface PlannedComparison {
  readonly a: Side;
  readonly b: Side;
  readonly plannedFolds: number;
}

/**
 * The comparisons of all transfers of a study, adjusted together after Holm: what the source alone
 * gives against the target alone; few examples with the source against the same without it, and all
 * of them against the target alone; and each pair of the plan, without examples of the target.
 */
export function compareSettings(plan: Plan, transfers: readonly Uncompared[]): TransferResults[] {
  const planned = transfers.map((transfer) => listComparisons(plan, transfer));
  const made = transfers.map((transfer, index) =>
    planned[index].flatMap((comparison) => compare(transfer, comparison) ?? []),
  );
  const plannedCount = planned.reduce((sum, { length }) => sum + length, 0);
  const adjusted = adjustComparisons(
    made.flat().map(({ result }) => result),
    plannedCount,
  );
  let next = 0;
  return transfers.map((transfer, index) => ({
    ...transfer,
    comparisons: made[index].map((comparison) => ({ ...comparison, result: adjusted[next++] })),
  }));
}

const targetOnly = { condition: 'target-only', shots: null } as const;
const zeroShot = { condition: 'zero-shot', shots: 0 } as const;

function listComparisons(plan: Plan, { name, foldCount }: Uncompared): PlannedComparison[] {
  const fewShot = plan.transfers?.[name].fewShot;
  const ofModel = (model: string): PlannedComparison[] => [
    { a: { model, ...zeroShot }, b: { model, ...targetOnly }, plannedFolds: foldCount },
    ...(fewShot?.examples ?? []).flatMap((examples): PlannedComparison[] => {
      if (examples === 'all') {
        const a = { model, condition: 'few-shot', shots: null } as const;
        return [{ a, b: { model, ...targetOnly }, plannedFolds: foldCount }];
      }
      if (fewShot?.withoutSource !== true) return [];
      const shots = examples;
      return [
        {
          a: { model, condition: 'few-shot', shots },
          b: { model, condition: 'alone', shots },
          plannedFolds: Math.min(foldCount, fewShot.draws),
        },
      ];
    }),
  ];
  return [
    ...orderModels(plan).flatMap(ofModel),
    ...plan.comparisons.map(({ model, against }) => ({
      a: { model, ...zeroShot },
      b: { model: against, ...zeroShot },
      plannedFolds: foldCount,
    })),
  ];
}

/** Over the folds that both sides have, a side's draws of a fold as their mean; null without any. */
function compare(transfer: Uncompared, planned: PlannedComparison): TransferComparison | null {
  const [ofA, ofB] = [readFolds(transfer, planned.a), readFolds(transfer, planned.b)];
  const shared = [...ofA.keys()].filter((fold) => ofB.has(fold)).sort((a, b) => a - b);
  if (shared.length === 0) return null;
  const pick = (values: ReadonlyMap<number, number>) =>
    shared.map((fold) => values.get(fold) ?? Number.NaN);
  const result = compareModels({
    ...{ a: pick(ofA), b: pick(ofB) },
    testFraction: 1 / transfer.foldCount,
  });
  return { ...planned, result };
}

function readFolds(
  { measurements, primaryMetric }: Uncompared,
  { model, condition, shots }: Side,
): Map<number, number> {
  const found = measurements.filter(
    (each) =>
      each.model === model &&
      each.condition === condition &&
      each.shots === shots &&
      each.metric.name === primaryMetric &&
      each.metric.entityType === null,
  );
  const byFold = Map.groupBy(found, ({ fold }) => fold);
  return new Map(
    Array.from(byFold, ([fold, each]) => [
      fold,
      each.reduce((sum, { metric }) => sum + metric.value, 0) / each.length,
    ]),
  );
}
