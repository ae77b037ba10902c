import type { PreparedClassification, PreparedEntities, PreparedTask } from './prepared-task.ts';

/**
 * A task of some examples of another: `learned` first, then `tested`, which are its one fold; both
 * by their indices.
 */
export function pickExamples<Task extends PreparedTask>(
  task: Task,
  { learned, tested }: { readonly learned: ArrayLike<number>; readonly tested: ArrayLike<number> },
): Task {
  const chosen = [...Array.from(learned), ...Array.from(tested)];
  const folds = [Int32Array.from({ length: tested.length }, (_, index) => learned.length + index)];
  const picked: PreparedTask =
    task.kind === 'classification'
      ? pickNotes(task, chosen, folds)
      : pickSentences(task, chosen, folds);
  return picked as Task;
}

function pickNotes(
  task: PreparedClassification,
  chosen: readonly number[],
  folds: readonly Int32Array[],
): PreparedClassification {
  return { ...task, notes: chosen.map((index) => task.notes[index]), folds };
}

function pickSentences(
  task: PreparedEntities,
  chosen: readonly number[],
  folds: readonly Int32Array[],
): PreparedEntities {
  return { ...task, sentences: chosen.map((index) => task.sentences[index]), folds };
}
