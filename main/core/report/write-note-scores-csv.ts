import type { PredictedNote } from '#core/domain/predictions.ts';
import { probabilityOf } from '#core/domain/class-probabilities.ts';
import type { FoldScores } from './fold-scores.ts';
import { writeCsv, type CsvCell } from './write-csv.ts';

const header = [
  'task',
  'model',
  'fold',
  'id',
  'group',
  'truth',
  'class',
  'logit',
  'probability',
  'run',
];

/**
 * `note-scores.csv`: for every tested note the score of each class, one a line. The class that the
 * model gave is the one with the largest logit, the first of several that are equal. Folds count
 * from 1; values have all their digits. No text of a note.
 */
export function writeNoteScoresCsv(scores: readonly FoldScores[]): string {
  return writeCsv([
    header,
    ...scores.flatMap(({ task, model, fold, runId, predictions }) => {
      if (predictions.kind !== 'classification') return [];
      const { classes, notes } = predictions;
      return notes.flatMap((note) =>
        rowsOf(note, classes).map((row) => [task, model, fold + 1, ...row, runId]),
      );
    }),
  ]);
}

function rowsOf(
  { id, groupId, truth, logits }: PredictedNote,
  classes: readonly string[],
): CsvCell[][] {
  return classes.map((name, index) => [
    id,
    groupId,
    classes[truth],
    name,
    logits[index],
    probabilityOf(logits, index),
  ]);
}
