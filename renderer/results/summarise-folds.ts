import type { MetricView } from '#contract/result.ts';

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
  /** Sample standard deviation (n − 1); null for fewer than two folds. */
  readonly deviation: number | null;
}

export interface MetricChoice {
  readonly task: string;
  readonly model: string;
  readonly name: string;
  readonly entityType: string | null;
}

/** Null when no fold has this metric yet. */
export function summariseFolds(
  metrics: readonly MetricView[],
  choice: MetricChoice,
): FoldSummary | null {
  const points = metrics
    .filter(
      (metric) =>
        metric.task === choice.task &&
        metric.model === choice.model &&
        metric.name === choice.name &&
        metric.entityType === choice.entityType,
    )
    .map(({ fold, value, runId }) => ({ fold, value, runId }))
    .toSorted((a, b) => a.fold - b.fold);
  if (points.length === 0) return null;
  const mean = sum(points.map(({ value }) => value)) / points.length;
  const squares = sum(points.map(({ value }) => (value - mean) ** 2));
  const deviation = points.length < 2 ? null : Math.sqrt(squares / (points.length - 1));
  return { points, mean, deviation };
}

/** The entity types of a task and metric, in alphabetical order. */
export function listEntityTypes(metrics: readonly MetricView[], task: string): string[] {
  const types = metrics
    .filter((metric) => metric.task === task)
    .map(({ entityType }) => entityType);
  return [...new Set(types)].filter((type) => type !== null).toSorted();
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
