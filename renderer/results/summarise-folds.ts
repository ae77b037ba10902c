import type { FoldMeanView, MetricView } from '#contract/result.ts';

/** One fold of one model: the point of a plot and the link to its run. */
export interface FoldPoint {
  readonly fold: number;
  readonly value: number;
  readonly runId: string;
}

/** What the folds of one model say about one metric. */
export interface FoldSummary {
  readonly points: readonly FoldPoint[];
  readonly mean: number;
  /** Half the 95 % interval of the mean; null for fewer than two folds. */
  readonly halfInterval: number | null;
}

/** What was measured in a study: every fold, and their means. */
export interface Measured {
  readonly metrics: readonly MetricView[];
  readonly means: readonly FoldMeanView[];
}

export interface MetricChoice {
  readonly task: string;
  readonly model: string;
  readonly name: string;
  readonly entityType: string | null;
}

/** Null when no fold has this metric yet. */
export function summariseFolds(measured: Measured, choice: MetricChoice): FoldSummary | null {
  return indexOf(measured).get(keyOf(choice)) ?? null;
}

/** By the list of metrics, which is another one when anything of it changed. */
const indexes = new WeakMap<readonly MetricView[], ReadonlyMap<string, FoldSummary>>();

/** A table asks for each of its cells: looking through all folds of all models each time takes long. */
function indexOf({ metrics, means }: Measured): ReadonlyMap<string, FoldSummary> {
  const known = indexes.get(metrics);
  if (known !== undefined) return known;
  const points = Map.groupBy(metrics, keyOf);
  const index = new Map(
    means.map((each) => [
      keyOf(each),
      {
        points: (points.get(keyOf(each)) ?? [])
          .map(({ fold, value, runId }) => ({ fold, value, runId }))
          .toSorted((one, other) => one.fold - other.fold),
        mean: each.mean,
        halfInterval: each.halfInterval,
      },
    ]),
  );
  indexes.set(metrics, index);
  return index;
}

function keyOf({ task, model, name, entityType }: MetricChoice): string {
  return JSON.stringify([task, model, name, entityType]);
}

/** False while models have finished different folds: their means then say nothing beside each other. */
export function areOverSameFolds(summaries: readonly FoldSummary[]): boolean {
  const folds = summaries.map(({ points }) => points.map(({ fold }) => fold).join());
  return new Set(folds).size <= 1;
}

/** The entity types of a task and metric, in alphabetical order. */
export function listEntityTypes(metrics: readonly MetricView[], task: string): string[] {
  const types = metrics
    .filter((metric) => metric.task === task)
    .map(({ entityType }) => entityType);
  return [...new Set(types)].filter((type) => type !== null).toSorted();
}
