import type { TaskView } from '#contract/study.ts';
import type { LanguageState } from '../state/language.svelte.ts';

/**
 * What a task is, in a line, "entity recognition · 1,838 sentences · 10 folds, grouped", and what is
 * to be known of how its models were trained, such as a frozen encoder.
 */
export function describeTask(
  task: TaskView,
  language: Pick<LanguageState, 'say' | 'render'>,
): string {
  const { common, study } = language.say;
  const countExamples = task.kind === 'entity-recognition' ? common.sentences : common.notes;
  const folds = common.folds(task.folds);
  const line = [
    study.taskKinds[task.kind],
    ...(task.examples === null ? [] : [countExamples(task.examples)]),
    task.grouped ? study.grouped(folds) : folds,
  ].join(' · ');
  const trained = task.training.map((told) => language.render(told));
  return trained.length === 0 ? line : `${line}. ${trained.join(' ')}`;
}
