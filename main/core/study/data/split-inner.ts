import { AnamnesisError, isAnamnesisError } from '#core/base/error.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import type { FoldItem } from '#core/evaluation/folds/fold-item.ts';
import { foldItemsOf } from './fold-items-of.ts';
import { holdBack, type InnerSplit } from '#core/evaluation/folds/hold-back.ts';
import { say } from '#core/wording/say.ts';
import type { TaskPlan } from '../plan/plan-schema.ts';
import type { PreparedTask } from './prepared-task.ts';
import { sidesOf } from './sides-of.ts';

/**
 * The inner split of a fold: the same for every model, and nothing of the fold’s test side.
 * @throws folds.too-few-groups
 */
export function splitInner(
  task: PreparedTask,
  { share, fold, seed }: { share: number; fold: number; seed: number },
  { foldItems, train }: { foldItems: () => readonly FoldItem[]; train: readonly number[] },
): InnerSplit {
  const random = new RandomStream(seed, `inner-split/${task.name}/fold-${fold}`);
  return holdBack(foldItems(), train, { kind: task.kind, share, random });
}

/**
 * Whether every fold of a task can be split once more, before hours are spent.
 * @throws folds.too-few-groups, at the option of the task that asks for it
 */
export function requireInnerSplits(plan: TaskPlan, task: PreparedTask, seed: number): void {
  const { earlyStop } = plan;
  if (earlyStop === undefined) return;
  const items = foldItemsOf(task);
  task.folds.forEach((_, fold) => {
    const train = [...sidesOf(task, fold).train];
    try {
      splitInner(task, { share: earlyStop.share, fold, seed }, { foldItems: () => items, train });
    } catch (error) {
      if (!isAnamnesisError(error)) throw error;
      throw new AnamnesisError(error.code, {
        ...error.told,
        place: say('losses', 'taskPlace', task.name),
        field: ['tasks', task.name, 'earlyStop'],
      });
    }
  });
}
