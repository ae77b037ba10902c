import type { PreparedTask } from './prepared-task.ts';

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
  const sides = { folds, learned: null };
  const picked: PreparedTask =
    task.kind === 'entities'
      ? { ...task, sentences: chosen.map((index) => task.sentences[index]), ...sides }
      : task.kind === 'multi-label'
        ? { ...task, notes: chosen.map((index) => task.notes[index]), ...sides }
        : { ...task, notes: chosen.map((index) => task.notes[index]), ...sides };
  return picked as Task;
}
