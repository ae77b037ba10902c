import type { TaskView } from '#contract/study.ts';
import type { WindowMessages } from '../messages/window-messages.ts';

/** One line about a task: "entity recognition · 1,838 sentences · 10 folds, grouped". */
export function describeTask(
  task: TaskView,
  { common, study }: Pick<WindowMessages, 'common' | 'study'>,
): string {
  const countExamples = task.kind === 'classification' ? common.notes : common.sentences;
  const folds = common.folds(task.folds);
  return [
    study.taskKinds[task.kind],
    ...(task.examples === null ? [] : [countExamples(task.examples)]),
    task.grouped ? study.grouped(folds) : folds,
  ].join(' · ');
}
