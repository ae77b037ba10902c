import type { ModelState } from '#core/library/model-state.ts';
import type { PreparedTask } from '../data/prepared-task.ts';
import type { ClassificationPlan, MultiLabelPlan, TaskPlan } from '../plan/plan-schema.ts';
import type { FoldWork } from './fold-work.ts';
import { labelSetWork } from './label-set-work.ts';
import { noteWork } from './note-work.ts';
import { sentenceWork } from './sentence-work.ts';

/** A task as a model reads it: of a fold, or with `fold` null all of it to learn from. */
export function openWork(
  task: PreparedTask,
  model: ModelState,
  {
    plan,
    fold,
    maxTokens,
  }: { readonly plan: TaskPlan; readonly fold: number | null; readonly maxTokens: number },
): FoldWork {
  switch (task.kind) {
    case 'classification':
      return noteWork(task, model, { plan: plan as ClassificationPlan, fold, maxTokens });
    case 'multi-label':
      return labelSetWork(task, model, { plan: plan as MultiLabelPlan, fold, maxTokens });
    case 'entities':
      return sentenceWork(task, model, { fold, maxTokens });
  }
}
