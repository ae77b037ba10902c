import type { FoldScores } from './fold-scores.ts';
import { writeCsv } from './write-csv.ts';

const header = [
  'task',
  'model',
  'fold',
  'sentence',
  'id',
  'group',
  'words',
  'side',
  'start',
  'end',
  'type',
  'score',
  'run',
];

/**
 * `entity-spans.csv`: every entity of the tested sentences, true and predicted, one a line, by its
 * words counted from 0, `end` exclusive. `sentence` numbers the sentences of a fold from 1; of one
 * without any entity there is no line. The score of a predicted one is the mean probability of the
 * tags of its words. No text.
 */
export function writeEntitySpansCsv(scores: readonly FoldScores[]): string {
  return writeCsv([
    header,
    ...scores.flatMap(({ task, model, fold, runId, predictions }) => {
      if (predictions.kind !== 'entities') return [];
      return predictions.sentences.flatMap((sentence, index) => {
        const { id, groupId, wordCount, truth, predicted } = sentence;
        const place = [task, model, fold + 1, index + 1, id, groupId, wordCount];
        return [
          ...truth.map(({ start, end, type }) => [
            ...[...place, 'truth', start, end, type, null],
            runId,
          ]),
          ...predicted.map(({ start, end, type, score }) => [
            ...[...place, 'predicted', start, end, type, score],
            runId,
          ]),
        ];
      });
    }),
  ]);
}
