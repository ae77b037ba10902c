import type { MetricName, TaskKind } from '#core/evaluation/metrics/metric-names.ts';

/** The metrics that the table of a task shows, the primary one first. */
const overallMetrics = {
  classification: ['mcc', 'f1-macro', 'recall-macro', 'precision-macro', 'accuracy'],
  'multi-label': [
    'f1-micro',
    'f1-macro',
    'subset-accuracy',
    'hamming-loss',
    'precision-micro',
    'recall-micro',
  ],
  entities: ['f1-micro', 'precision-micro', 'recall-micro', 'f1-macro', 'f1-weighted'],
} as const satisfies Record<TaskKind, readonly MetricName[]>;

/**
 * The metrics over all classes or types that tables show for a kind of task, the primary one first.
 */
export function listOverallMetrics(kind: TaskKind): readonly MetricName[] {
  return overallMetrics[kind];
}
