import { sigmoidOf } from '#core/domain/class-probabilities.ts';
import type { FoldScores } from './fold-scores.ts';
import { writeCsv } from './write-csv.ts';

const header = [
  'task',
  'model',
  'fold',
  'id',
  'group',
  'label',
  'truth',
  'logit',
  'probability',
  'threshold',
  'run',
];

/**
 * `label-scores.csv`: for every tested note of a task with several labels the score of each label, one
 * a line. `truth` is 1 where a person gave the label; the model gave it where its probability is at
 * least the threshold. Folds count from 1; values have all their digits. No text of a note.
 */
export function writeLabelScoresCsv(scores: readonly FoldScores[]): string {
  return writeCsv([
    header,
    ...scores.flatMap(({ task, model, fold, runId, predictions }) => {
      if (predictions.kind !== 'multi-label') return [];
      const { labels, thresholds, notes } = predictions;
      return notes.flatMap(({ id, groupId, truth, logits }) =>
        labels.map((label, index) => [
          ...[task, model, fold + 1, id, groupId, label, Number(truth.includes(index))],
          ...[logits[index], sigmoidOf(logits[index]), thresholds[index], runId],
        ]),
      );
    }),
  ]);
}
