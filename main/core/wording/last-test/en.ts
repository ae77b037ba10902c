import { createNumbers } from '../numbers.ts';

const { count } = createNumbers('en');

interface Counted {
  readonly label: string;
  readonly count: number;
}

/** What is said of the last test of a study, on its locked sets. */
export const lastTest = {
  oneOfTasks: (tasks: readonly string[]) => `a task of the study: ${tasks.join(', ')}`,
  correctTask: 'Name a task as the plan names it.',
  aLockedSet: 'a study whose plan names a locked test set',
  noLockedSet: 'one that names none',
  lockASet:
    'Freeze a set with --locked, name it as "lockedSet" in the plan and run the study again, so that nothing it learns from has met those documents.',
  aFinalModel: 'a model of the study that learned all labels of the task',
  noFinalModel: 'none that is finished',
  makeFinalModel: 'Set "finalModel": true in the task of the plan and run the study again.',
  examplesOfTask: 'documents with labels of the task in the locked set',
  noExamples: (unknown: readonly Counted[]) =>
    unknown.length === 0
      ? 'none'
      : `none that the model knows: ${unknown.map(({ label, count: times }) => `${label} (${count(times)})`).join(', ')}`,
  labelTheSet: 'Lock a set whose documents are labelled as those of the task are.',
  title: 'Last test on the locked set',
  caption: (task: string, sets: readonly string[]) => `Last test of ${task} on ${sets.join(', ')}`,
  rulesCaption: (task: string) => `Thresholds of ${task} on the locked set`,
  tested: (model: string, examples: number, groups: number, instant: string) =>
    `${model}: ${count(examples)} examples of ${count(groups)} patients or documents, ${instant}.`,
  firstOpening: 'The set had not been opened for a last test before.',
  earlier: (times: number) =>
    `The set had been opened for ${count(times)} last ${times === 1 ? 'test' : 'tests'} before: a model that was chosen by one of them looks better than it is.`,
  unknownNotes: (unknown: readonly Counted[]) =>
    `Labels that the model does not know: ${unknown.map(({ label, count: times }) => `${label} (${count(times)})`).join(', ')}.`,
  verdict: 'Verdict',
  positives: 'Positives',
  bounds: (value: string, lower: string, upper: string) => `${value} (≥ ${lower}, ≤ ${upper})`,
  confirmed: 'confirmed',
  contradicted: 'contradicted',
  open: 'neither: too few positives',
  rulesNote: (confidence: string) =>
    `Bounds are one-sided at ${confidence}, with the notes of a patient kept together. Confirmed: the wanted sensitivity lies below the lower bound; contradicted: above the upper one.`,
};

export type LastTestWording = typeof lastTest;
