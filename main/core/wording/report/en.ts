import type { ImportAction } from '#core/domain/import-report.ts';
import type { RemovedKind } from '#core/domain/removed-kind.ts';
import type { RunState } from '#core/domain/run.ts';
import type { VocabularyAlgorithm } from '#core/domain/vocabulary-cuts.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { count, p, decimal } = createNumbers('en');
const plural = createPlural('en');

type TaskKind = 'classification' | 'multi-label' | 'entities';

/** What `report.html` says beside verdicts, warnings and metrics. */
export const report = {
  title: (study: string) => `${study} – study report`,
  studyReport: 'Study report',
  started: 'Started',
  runsTook: 'Runs took',
  engine: 'Engine',
  plan: 'Plan (SHA-256)',
  program: 'Program',
  notFinished: 'Not finished',
  soFar: 'Figures cover the folds that have finished so far.',
  failed: (place: string | null, expected: string, found: string, remedy: string, code: string) =>
    `The study failed: ${place === null ? '' : `${place}: `}expected ${expected}, found ${found}. ${remedy} [${code}]`,
  inShort: 'In short',
  warnings: 'Warnings',
  writtenBy: (version: string) =>
    `Written by Anamnesis ${version} on the machine that ran the study. The same figures are in results.csv and results.json.`,

  model: 'Model',
  type: (kind: TaskKind): string =>
    kind === 'entities' ? 'Type' : kind === 'multi-label' ? 'Label' : 'Class',
  folds: 'Folds',
  fold: (number: number) => `Fold ${count(number)}`,
  foldsOf: (finished: number, all: number) => `${count(finished)} of ${count(all)}`,
  range: (lower: string, upper: string) => `${lower} to ${upper}`,

  task: (kind: TaskKind, items: string, counts: string, folds: number, grouping: string) =>
    `${kind === 'entities' ? 'Entity recognition' : kind === 'multi-label' ? 'Classification with several labels' : 'Classification'} of ${items} (${counts}), cross-validated in ${plural(folds, { one: '# stratified fold', other: '# stratified folds' })}${grouping}, the same for every model.`,
  items: (kind: TaskKind, found: number) =>
    kind !== 'entities'
      ? plural(found, { one: '# note', other: '# notes' })
      : plural(found, { one: '# sentence', other: '# sentences' }),
  itemsOfSet: (items: string, set: string, version: number) =>
    `${items} from set ${set} version ${version}`,
  typeCount: (kind: TaskKind, found: number) =>
    kind === 'multi-label'
      ? plural(found, { one: '# label', other: '# labels' })
      : kind !== 'entities'
        ? plural(found, { one: '# class', other: '# classes' })
        : plural(found, { one: '# type', other: '# types' }),
  notGrouped: (kind: TaskKind) =>
    ` (${kind !== 'entities' ? 'notes' : 'sentences'} of the same patient or document may be in different folds)`,
  /** By a column of the data where it is none of patient and document. */
  grouped: (by: string) => `, never splitting a ${by}`,
  typesCounted: (task: string, kind: TaskKind) =>
    `${task}: ${kind !== 'entities' ? 'classes and their notes' : 'types and their entities'}`,
  countedColumn: (kind: TaskKind): string => (kind !== 'entities' ? 'Notes' : 'Entities'),
  share: 'Share',
  leftOut: 'Left out',
  comparedBy: (metric: string) => `Models are compared by ${metric}.`,
  strict: 'An entity counts only if its type and both ends are right (strict IOB2).',
  spread:
    '± is half the 95 % t-interval of the mean over folds; folds share training data, so read it as their spread, not as a bound.',
  lastEpoch:
    'The model is that of the last epoch; no epoch was chosen by its results on test data.',
  plotTitle: (metric: string, task: string) => `${metric} of each model on ${task}`,
  higherIsBetter: (metric: string) => `${metric} (higher is better)`,
  plotCaption:
    'Each circle is a fold, the diamond the mean with its 95 % interval; thin lines join the same fold of neighbouring models. The axis need not begin at 0.',
  foldValue: (fold: number, value: string) => `Fold ${count(fold)}: ${value}`,
  noFoldFinished: 'no fold finished',
  plotText: (model: string, summary: string, values: readonly string[]) =>
    `${model}: mean and 95 % interval ${summary}; folds ${values.join(', ')}.`,
  meansOver: (task: string) => `${task}: mean over folds`,
  byType: (task: string, kind: TaskKind) =>
    `${task}: by ${kind !== 'entities' ? 'class' : 'entity type'}, mean over the folds in which it occurs`,
  examplesOfType: (kind: TaskKind, found: number) =>
    kind !== 'entities'
      ? plural(found, { one: '# note', other: '# notes' })
      : plural(found, { one: '# entity', other: '# entities' }),
  inFolds: (tested: number, finished: number) =>
    `in ${count(tested)} of ${plural(finished, { one: '# fold', other: '# folds' })}`,
  meanings: 'What these numbers mean',
  everyFold: 'Every fold',
  everyFoldOf: (task: string) => `${task}: every fold; each value links to its run`,
  metric: 'Metric',
  allTypes: 'all',

  metElsewhere: 'Met elsewhere: training and corpora',
  metCounts: (task: string, unit: 'notes' | 'sentences') =>
    `${task}: ${unit} that were met elsewhere, nearly the same (of these word for word)`,
  metShare: (near: number, of: number, exact: number) =>
    `${count(near)} of ${count(of)} (${count(exact)})`,
  foldColumn: 'Fold',
  testByTraining: 'Tested, met in training',
  testByCorpora: 'Tested, met in corpora',
  trainingByCorpora: 'Learned, met in corpora',
  mostAlike: (task: string, pairs: number) =>
    `${task}: the most alike of ${plural(pairs, { one: '# pair', other: '# pairs' })}`,
  example: 'Example',
  metIn: 'Met in',
  metAt: 'At',
  jaccard: 'Jaccard',
  containment: 'Containment',

  comparisons: 'Comparisons',
  comparisonTable: 'Comparisons of models by the primary metric of each task',
  aAgainstB: 'A against B',
  against: 'against',
  effect: 'Effect',
  verdict: 'Verdict',
  /** The tests; where more than `exactUpTo` folds made the first one approximate, null otherwise. */
  tests: (exactUpTo: number | null, familySize: number) =>
    `W and p: Wilcoxon’s signed-rank test over the folds, two-sided, exact${exactUpTo === null ? '' : ` up to ${count(exactUpTo)} folds`}. p (Holm): adjusted for ${familySize === 1 ? 'one comparison' : `the ${count(familySize)} comparisons of the plan`}. Effect: matched-pairs rank-biserial correlation, from −1 (B always higher) to 1 (A always higher). p (t) and the interval of A − B: resampled t-test corrected for overlapping training sets (Nadeau and Bengio, 2003). Folds share training data, so Wilcoxon’s test alone finds differences too easily; a verdict is confirmed only where both tests agree at 0.05.`,
  testsRepeated:
    'Where the examples of a task were divided several times, W and p are of the first division; p (Holm) and the verdict are of the corrected test over all folds.',
  floorTooHigh: (folds: number, floor: number, level: number) =>
    `With ${plural(folds, { one: '# fold', other: '# folds' })} the smallest two-sided p that can occur is ${p(floor)}, so no difference can be significant at ${decimal(level)}, however large it is.`,
  floor: (folds: number, floor: number) =>
    `With ${plural(folds, { one: '# fold', other: '# folds' })} the smallest two-sided p that can occur is ${p(floor)}, reached only when every fold favours the same model.`,

  models: 'Models',
  modelTable: 'Models and how they came to be',
  parameters: 'Parameters',
  lineage: 'Lineage',

  corpora: 'Corpora',
  corpusTable: 'Text for pre-training, after cleaning',
  corpus: 'Corpus',
  source: 'Source',
  documents: 'Documents',
  lines: 'Lines',
  tokens: 'Tokens',
  removed: 'Removed',
  removedCount: (what: RemovedKind, found: number) => `${count(found)} ${what}`,
  fileCount: (files: number) => plural(files, { one: '# file', other: '# files' }),
  filesEmptied: (files: number, emptied: number) =>
    `${plural(files, { one: '# file', other: '# files' })}, ${count(emptied)} of them with nothing left`,

  vocabularies: 'Vocabularies',
  vocabularyTable: 'How vocabularies cut the corpora',
  vocabulary: 'Vocabulary',
  words: 'Words',
  tokensPerWord: 'Tokens per word',
  unknownTokens: 'Unknown tokens',
  before: 'before',
  vocabularyNote:
    'Tokens per word: 1 where the vocabulary knows every word, more the finer it cuts. A word is what stands between white space. “Before” is the vocabulary that was extended, on the same text.',
  tokenCount: (found: number) => plural(found, { one: '# token', other: '# tokens' }),
  extendedBy: (added: number, tokens: string) => `extended by ${count(added)} to ${tokens}`,
  trainedBy: (algorithm: VocabularyAlgorithm, tokens: string) =>
    `${algorithm === 'wordpiece' ? 'WordPiece' : 'byte-level BPE'}, ${tokens}`,

  import: 'Import',
  importTable: 'What was noteworthy in the files, and what was done about it',
  file: 'File',
  rule: 'Rule',
  done: 'Done',
  count: 'Count',
  action: (action: ImportAction) =>
    ({ repaired: 'repaired', 'left-out': 'left out', kept: 'kept' })[action],

  runs: 'Runs',
  runTable: 'Every run of the study',
  run: 'Run',
  state: 'State',
  startedUtc: 'Started (UTC)',
  took: 'Took',
  configuration: 'Configuration',
  runState: (state: RunState) =>
    ({
      queued: 'queued',
      running: 'running',
      stopping: 'stopping',
      stopped: 'stopped',
      failed: 'failed',
      finished: 'finished',
    })[state],

  transfers: 'Transfer',
  transfer: (source: string, target: string, metric: string) =>
    `learned on ${source}, tested on the folds of ${target}, by ${metric}`,
  labelsLearned: (transfer: string) => `${transfer}: what labels are learned as`,
  transferTable: (transfer: string) =>
    `${transfer}: what was learned, and how it does on the target`,
  transferDifferences: (transfer: string, familySize: number) =>
    `${transfer}: differences; p (Holm) adjusted for ${familySize === 1 ? 'one comparison' : `the ${count(familySize)} comparisons`} of all transfers`,
  transferNote:
    'The source is learned once, from all of its labels; no example of the target chose an epoch or a setting. Of several draws of a fold, comparisons take the mean. Deviation and range of draws are what the lot makes of the same number of examples, with the folds on which they are tested; “beyond the fold” is the deviation of what examples add to the model without them on the same fold.',
  learned: 'Learned',
  tested: 'Tested',
  mean: 'Mean',
  deviation: 'Deviation',
  smallestToLargest: 'Smallest to largest',
  beyondFold: 'Deviation beyond the fold',
  setting: (condition: 'target-only' | 'zero-shot' | 'few-shot' | 'alone', shots: number | null) =>
    ({
      'target-only': 'target alone',
      'zero-shot': 'source (zero-shot)',
      'few-shot': `source + ${shots === null ? 'all examples' : plural(shots, { one: '# example', other: '# examples' })}`,
      alone: `${plural(shots ?? 0, { one: '# example', other: '# examples' })} alone`,
    })[condition],
  /** Where no PDF comes of it. */
  settable: 'a report that can be set as PDF',
  refusedByTypesetter: 'one that the typesetter refuses',
  chooseOtherFormat: 'Choose another format, and report this as a fault of the program.',
};

export type ReportWording = typeof report;
