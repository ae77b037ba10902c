import type { TaskView } from '#contract/study.ts';
import { count } from '../format/number.ts';

/** One line about a task: "entity recognition · 1,838 sentences · 10 folds, grouped". */
export function describeTask(task: TaskView): string {
  const isNotes = task.kind === 'classification';
  return [
    isNotes ? 'classification' : 'entity recognition',
    ...(task.examples === null ? [] : [count(task.examples, isNotes ? 'note' : 'sentence')]),
    `${count(task.folds, 'fold')}${task.grouped ? ', grouped by patient or document' : ''}`,
  ].join(' · ');
}
