import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const plural = createPlural('en');
const { count } = createNumbers('en');

/** What is said of a plan that cannot be read, or contradicts itself. */
export const plan = {
  asDocumented: 'a plan as docs/plan.md describes it',
  correctKeys: 'Correct these keys; an editor that reads docs/plan.schema.json marks them.',
  jsonHere: (what: string) => `a file in JSON, here ${what}`,
  somethingElse: 'something else',
  correctThere:
    'Correct the file at that place; JSON allows no comments and no trailing commas, and a plan no key twice.',
  definedName: 'a name that the plan defines',
  oneOf: (names: readonly string[]) => `one of ${names.join(', ')}`,
  correctOrDefine: 'Correct the name or define it in the plan.',
  textColumn: 'textColumn, since the format is csv',
  none: 'none',
  nameTextColumn: 'Name the column that holds the text.',
  labelBesideText: 'a labelColumn beside the textColumn',
  sameColumn: 'the same column for both',
  nameLabelColumn: 'Name the column that holds the class of a note as labelColumn.',
  differentPairs: 'two different models, and each pair once',
  removeComparison: 'Remove this comparison.',
  extendOnlyWeights: 'extendVocabulary only for a model that starts with weights',
  fromScratch: 'one that starts from scratch',
  multipleOfHeads: 'a hiddenSize that is a multiple of heads',
  sizeAndHeads: (hiddenSize: number, heads: number) =>
    `hiddenSize ${hiddenSize} and ${heads} heads`,
  changeOne: 'Change one of them, for example 64 per head.',
  noCircle: 'models that start from scratch, a checkpoint or an earlier model',
  circle: (names: readonly string[]) => `a circle: ${names.join(' → ')}`,
  breakCircle: 'Let one of them start from scratch or from a checkpoint.',
  uniqueTitle: 'a title that no other has as its title or name',
  anotherTitle: 'Give it another title.',
  idlePlan: 'the plan of a study that does not run',
  runningPlan: (study: string) => `that of ${study}, which does`,
  waitOrStop: 'Wait until it is finished, or stop it.',
  entitiesNeeded: 'sentences with entities',
  sentencesWithout: (sentences: number) => `${sentences} sentences without any`,
  checkAnnotations: 'Check that the annotations were imported along with the text.',
  twoClasses: 'examples of at least two classes',
  checkLabelColumn: 'Check the label column, or add examples of the other class.',
  twoOfEach: 'at least 2 examples of each class',
  classesForExamples: (classes: number, examples: number) =>
    `${classes} classes for ${examples} examples`,
  notClasses: 'Check the label column: it seems to hold something else than classes.',
  datedExamples: 'examples whose documents have dates',
  noneDated: (examples: number) => `${count(examples)} examples, none with a date`,
  giveDates:
    'Import the documents with the column of their date and freeze the set again, or leave out "foldsBy".',
  periodsForFolds: (folds: number) =>
    `days for one period that is learned from and ${folds} that are tested, with as many examples each`,
  periodsFound: (examples: number, days: number) =>
    `${count(examples)} examples with a date, on ${plural(days, { one: '# day', other: '# days' })}`,
  fewerPeriods: 'Use fewer folds, add examples, or leave out "foldsBy".',
  labelsEarlier: (kind: 'classification' | 'multi-label' | 'entities'): string =>
    kind === 'entities'
      ? 'entities in what is earlier than each period'
      : 'examples of two classes in what is earlier than each period',
  foundEarlier: (fold: number, from: string, examples: number, labels: readonly string[]) =>
    `for fold ${fold}, whose period begins on ${from}, ${plural(examples, { one: '# earlier example', other: '# earlier examples' })} of other patients${labels.length === 0 ? '' : `, with ${labels.join(', ')} alone`}`,
  timeOnce: 'folds by time, which can be made in one way only, without "repeats"',
  timeRepeated: (repeats: number) => `${repeats} repeats`,
  removeRepeats: 'Leave out "repeats", or "foldsBy".',
  timeOfSets:
    'a labelled set of the workspace where folds are made by time: dates are of documents',
  timeOfFiles: 'files',
  freezeDated:
    'Import the files as a collection with the column of their date, freeze a set and name it, or leave out "foldsBy".',
  foldsWhole: 'a whole number of folds, at least 2',
  setFolds: 'Set "folds" to 5 or 10.',
  examplesForFolds: (folds: number) => `at least ${folds} examples, one for each fold`,
  fewerFolds: 'Use fewer folds or add examples.',
  groupsForFolds: (folds: number) => `at least ${folds} groups, one for each fold`,
  fewerFoldsOrOthers: 'Use fewer folds, or add examples of other patients or documents.',
  ownName: 'a name that no task has',
  otherTarget: 'a target that is not the source',
  dividedOnce: 'a target whose examples are divided once',
  sameKind: 'two tasks of one kind',
  eachNumberOnce: 'each number of examples once',
  changeTransfer: 'Correct the transfer.',
  labelOf: (task: string, labels: string) => `a class or type of the task ${task}: ${labels}`,
  nameAsTask: 'Name it as it is after "labels" and "types" of the task.',
  learnedLabels: (target: string, source: string) =>
    `each class or type of ${target} to be learned from ${source}`,
  unlearnedLabels: (unlearned: string, known: string) =>
    `none that becomes ${unlearned}; the source has ${known}`,
  mapOrLeaveOut:
    'Say in "labels" of the transfer what the source calls them, or leave them out of the target by "types" or "labels" of its task.',
  examplesAtMost: (most: number) => `at most ${most} examples, what is beside the largest fold`,
  fewerExamples: 'Ask for fewer, or for "all".',
  allRuns: (runs: number) => `all ${runs} steps to finish`,
  failedRuns: (failed: number, named: string) => `${failed} that failed: ${named}`,
  retryRuns:
    'Look at the reason of each. Going on with the study tries them again; single ones can be tried or left out.',
  oneLabelEach: 'tasks whose examples have one label each; several labels are not transferred',
  oneOfRuns: (named: string) => `a step of the plan: ${named}`,
  seeRuns: 'See “anamnesis study runs”.',
  failedRun: 'a step that has failed',
  waitingRun: 'a step that has not begun',
};

export type PlanWording = typeof plan;
