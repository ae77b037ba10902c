import type { TaskPlan } from './plan-schema.ts';

/** Folds that are tested: all of each division of the data. Those of the first division come first. */
export function countFolds({ folds, repeats = 1 }: Pick<TaskPlan, 'folds' | 'repeats'>): number {
  return folds * repeats;
}

/**
 * By how much means over folds are corrected for training sets that overlap: the share of a test fold
 * where the data was divided repeatedly, else 0.
 */
export function overlapOf({ folds, repeats = 1 }: Pick<TaskPlan, 'folds' | 'repeats'>): number {
  return repeats > 1 ? 1 / folds : 0;
}
