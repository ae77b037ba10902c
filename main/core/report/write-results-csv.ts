import type { StudyResults } from './study-results.ts';
import { writeCsv } from './write-csv.ts';

const header = ['model', 'task', 'fold', 'metric', 'entity_type', 'value', 'run'];

/**
 * `results.csv`: every measurement in long form, one a line. Folds count from 1; `entity_type` is
 * empty for a metric over all types; values have all their digits.
 */
export function writeResultsCsv({ measurements }: StudyResults): string {
  return writeCsv([
    header,
    ...measurements.map(({ model, task, fold, metric, runId }) => [
      model,
      task,
      fold + 1,
      metric.name,
      metric.entityType,
      metric.value,
      runId,
    ]),
  ]);
}
