import type { StudyResults } from './study-results.ts';
import { writeCsv } from './write-csv.ts';

const header = [
  ...['transfer', 'source', 'target', 'model', 'condition', 'shots', 'draw', 'fold'],
  ...['metric', 'entity_type', 'value', 'run'],
];

/**
 * `transfers.csv`: every measurement on the target of a transfer, one a line. Folds and draws count
 * from 1; `shots` is the number of examples of the target that were learned from, or `all`.
 */
export function writeTransfersCsv({ transfers = [] }: StudyResults): string {
  return writeCsv([
    header,
    ...transfers.flatMap(({ name, source, target, measurements }) =>
      measurements.map(({ model, condition, shots, draw, fold, metric, runId }) => [
        ...[name, source, target, model, condition, shots ?? 'all'],
        draw === null ? null : draw + 1,
        fold + 1,
        ...[metric.name, metric.entityType, metric.value, runId],
      ]),
    ),
  ]);
}
