import type { Measurement } from './study-results.ts';

/**
 * Measurements without precision, recall and F1 of a class or type in folds in which it does not
 * occur. There is nothing to find: the 0 that stands for it would lower the mean of a rare type, of
 * some models only where others do not name it at all (Forman and Scholz, "Apples-to-apples in
 * cross-validation studies", SIGKDD Explorations 12, 2010).
 */
export function leaveOutUntested(measurements: readonly Measurement[]): Measurement[] {
  const keyOf = ({ runId, metric }: Measurement) => JSON.stringify([runId, metric.entityType]);
  const untested = new Set(
    measurements.filter(({ metric }) => metric.name === 'support' && metric.value === 0).map(keyOf),
  );
  return measurements.filter(
    (each) => each.metric.name === 'support' || !untested.has(keyOf(each)),
  );
}
