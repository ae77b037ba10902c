import type { FoldSides } from '#core/evaluation/folds/fold-item.ts';
import { examplesOf } from './examples-of.ts';
import type { PreparedTask } from './prepared-task.ts';

/** What a fold learns from and what it tests; without a fold all is learned from. */
export function sidesOf(task: PreparedTask, fold: number | null): FoldSides {
  const all = Int32Array.from({ length: examplesOf(task).length }, (_, index) => index);
  if (fold === null) return { train: all, test: Int32Array.of() };
  const test = task.folds[fold];
  if (task.learned !== null) return { train: task.learned[fold], test };
  const isTested = new Set(test);
  return { train: all.filter((index) => !isTested.has(index)), test };
}
