import type { OutOfFoldScores } from '#core/evaluation/predictions/out-of-fold-scores.ts';
import { scoredNotes } from '#core/evaluation/predictions/read-fold-predictions.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/**
 * What the models of the folds of a task said of notes that they had not learned from, each note once:
 * of repeated divisions the first. Null where a version of the program kept none.
 */
export function findScores(
  { runs }: Workspace,
  {
    studyId,
    task,
    model,
  }: { readonly studyId: string; readonly task: string; readonly model: string },
): OutOfFoldScores | null {
  const folds = runs
    .listByStudy(studyId)
    .filter((run) => run.kind === 'fine-tuning' && run.task === task && run.model === model)
    .filter(({ state }) => state === 'finished')
    .sort((a, b) => (a.fold ?? 0) - (b.fold ?? 0))
    .flatMap(({ id, fold }) => {
      const predictions = runs.predictionsOf(id);
      return predictions?.kind === 'classification' ? [{ fold: fold ?? 0, predictions }] : [];
    });
  const first = folds.at(0);
  if (first === undefined) return null;
  const met = new Set<string>();
  const notes = folds
    .flatMap(({ fold, predictions }) => scoredNotes(predictions, fold))
    .filter(({ id, groupId, label }) => {
      const key = JSON.stringify([id, groupId, label]);
      const isNew = !met.has(key);
      met.add(key);
      return isNew;
    });
  return { labels: first.predictions.classes, notes };
}
