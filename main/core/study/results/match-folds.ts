import type { Unpaired } from '#core/domain/across-studies.ts';
import type { FoldPredictions } from '#core/domain/predictions.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { countFolds } from '../plan/count-folds.ts';
import { readAnyOfFold, type TaskAtStudy } from './task-at-study.ts';

/**
 * Whether the folds of two studies of the same data are the same, by the examples that were tested in
 * each: not by plan and seed, which another version of the program may have turned into other folds.
 * Null where they are.
 */
export function whyUnpaired(
  workspace: Workspace,
  one: TaskAtStudy,
  other: TaskAtStudy,
): Unpaired | null {
  const isOther =
    one.plan.folds !== other.plan.folds || countFolds(one.plan) !== countFolds(other.plan);
  if (isOther) return 'other-fold-count';
  const ofOther = new Set(other.runs.map(({ fold }) => fold));
  const shared = new Set(one.runs.map(({ fold }) => fold).filter((fold) => ofOther.has(fold)));
  if (shared.size === 0) return 'no-shared-fold';
  for (const fold of shared) {
    const [ofOne, ofAnother] = [one, other].map((each) => readAnyOfFold(workspace, each, fold));
    if (ofOne === null || ofAnother === null) return 'folds-not-kept';
    if (nameExamples(ofOne) !== nameExamples(ofAnother)) return 'other-folds';
  }
  return null;
}

/** What was tested, in the order in which it was. */
function nameExamples(predictions: FoldPredictions): string {
  return JSON.stringify(
    predictions.kind === 'classification'
      ? predictions.notes.map(({ id, truth }) => [id, predictions.classes[truth]])
      : predictions.kind === 'multi-label'
        ? predictions.notes.map(({ id, truth }) => [
            id,
            truth.map((label) => predictions.labels[label]),
          ])
        : predictions.sentences.map(({ id, wordCount, truth }) => [id, wordCount, truth]),
  );
}
