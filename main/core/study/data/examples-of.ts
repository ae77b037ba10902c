import type { LabelledNote, MultiLabelNote, TaggedSentence } from '#core/domain/text.ts';
import type { PreparedTask } from './prepared-task.ts';

/** The notes or sentences of a task, in the order of its folds' indices. */
export function examplesOf(
  task: PreparedTask,
): readonly (LabelledNote | MultiLabelNote | TaggedSentence)[] {
  return task.kind === 'entities' ? task.sentences : task.notes;
}
