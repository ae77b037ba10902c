import type { Metric } from '#core/domain/run.ts';
import { averageMacro, averageMicro, averageWeighted, type Averaging } from './average-scores.ts';
import type { MetricName } from './metric-names.ts';
import { scoreCounts, type MatchCounts, type Scores } from './score-counts.ts';

const averages = {
  micro: averageMicro,
  macro: averageMacro,
  weighted: averageWeighted,
} satisfies Record<Averaging, (counts: readonly MatchCounts[]) => Scores>;

/** A metric whose name is in the closed table. */
export function namedMetric(
  name: MetricName,
  value: number,
  entityType: string | null = null,
): Metric {
  return { name, entityType, value };
}

/** Precision, recall and F1 in all three averages, then with support for each class or type. */
export function listScoreMetrics(countsByType: ReadonlyMap<string, MatchCounts>): Metric[] {
  const counts = [...countsByType.values()];
  const overall = (Object.keys(averages) as Averaging[]).flatMap((averaging) => {
    const scores = averages[averaging](counts);
    return [
      namedMetric(`f1-${averaging}`, scores.f1),
      namedMetric(`precision-${averaging}`, scores.precision),
      namedMetric(`recall-${averaging}`, scores.recall),
    ];
  });
  const each = [...countsByType].flatMap(([type, typeCounts]) => {
    const scores = scoreCounts(typeCounts);
    return [
      namedMetric('f1', scores.f1, type),
      namedMetric('precision', scores.precision, type),
      namedMetric('recall', scores.recall, type),
      namedMetric('support', typeCounts.gold, type),
    ];
  });
  return [...overall, ...each];
}
