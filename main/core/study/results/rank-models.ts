import { friedmanTest } from '#core/evaluation/statistics/friedman.ts';
import { nemenyiCriticalDifference, nemenyiTest } from '#core/evaluation/statistics/nemenyi.ts';
import { primaryMetric } from '#core/evaluation/metrics/metric-names.ts';
import type { Measurement, ModelRanks } from '#core/report/study-results.ts';
import type { Plan } from '../plan/plan-schema.ts';

/** Below three models there are pairs to compare and no ranks. */
const fewestModels = 3;

/**
 * Friedman’s test with Nemenyi’s of all models and baselines, by the primary metric: over the folds of
 * each task, which share training data, so that it is too bold there and says what to look at; and over
 * the tasks, by their means, where there are two or more. Models that lack a fold are left out, and so
 * are folds of further divisions of the same data, which are no blocks of their own.
 */
export function rankModels(plan: Plan, measurements: readonly Measurement[]): ModelRanks[] {
  const scored = Object.entries(plan.tasks).map(([task, { kind, folds }]) => {
    const own = measurements.filter(
      ({ task: of, fold, metric }) =>
        of === task &&
        fold < folds &&
        metric.entityType === null &&
        metric.name === primaryMetric[kind],
    );
    const byModel = new Map<string, number[]>();
    for (const [model, values] of Map.groupBy(own, (each) => each.model)) {
      if (values.length !== folds) continue;
      byModel.set(
        model,
        values.toSorted((a, b) => a.fold - b.fold).map(({ metric }) => metric.value),
      );
    }
    return { task, byModel };
  });
  const ofTasks = scored.flatMap(({ task, byModel }) => {
    const models = [...byModel.keys()];
    const folds = byModel.get(models[0])?.length ?? 0;
    const blocks = Array.from({ length: folds }, (_, fold) =>
      models.map((model) => byModel.get(model)?.[fold] ?? NaN),
    );
    return rank({ over: 'folds', task }, models, blocks);
  });
  const common = [...(scored.at(0)?.byModel.keys() ?? [])].filter((model) =>
    scored.every(({ byModel }) => byModel.has(model)),
  );
  const means = scored.map(({ byModel }) =>
    common.map((model) => meanOf(byModel.get(model) ?? [NaN])),
  );
  return [...ofTasks, ...rank({ over: 'tasks', task: null }, common, means)];
}

function rank(
  scope: Pick<ModelRanks, 'over' | 'task'>,
  models: readonly string[],
  blocks: readonly (readonly number[])[],
): ModelRanks[] {
  if (models.length < fewestModels || blocks.length < 2) return [];
  const test = friedmanTest(blocks);
  const pairs = nemenyiTest(test).map(({ first, second, rankDifference, p }) => ({
    modelA: models[first],
    modelB: models[second],
    rankDifference,
    p,
  }));
  return [
    {
      ...scope,
      models,
      meanRanks: test.meanRanks,
      blocks: test.blockCount,
      chiSquare: test.chiSquare,
      // Infinite where every block has the same order, which JSON cannot say.
      f: test.f !== null && Number.isFinite(test.f) ? test.f : null,
      p: test.p,
      criticalDifference: nemenyiCriticalDifference(test),
      pairs,
    },
  ];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
