import { createNumbers } from '../numbers.ts';

const { count, percentage, list, score } = createNumbers('en');

/** What the reader of results must know. */
export const warnings = {
  oldResults:
    'These results were there before the study got its plan or was last started, and were not yet compared with the plan and the data as they are now.',
  runFailed: (code: string) => `The run failed with ${code}.`,
  anError: 'an error',
  mixedEngines: (engines: readonly string[]) =>
    `Its runs were computed with ${engines.join(' and ')}; results of different engines differ slightly.`,
  notesCut: (notes: number, maxTokens: number, lost: 'end' | 'middle', unread: number) =>
    `${count(notes)} notes were longer than ${maxTokens} tokens and lost their ${lost}${unread > 0 ? `: ${percentage(unread)} of all text was not seen` : ''}.`,
  readInWindows: (
    items: number,
    kind: 'classification' | 'multi-label' | 'entities',
    maxTokens: number,
  ) =>
    `${count(items)} ${kind !== 'entities' ? 'notes' : 'sentences'} were longer than ${maxTokens} tokens and were read in several windows.`,
  lockedOut: (units: string, parts: string) =>
    `Left out for the locked test set (${units}): ${parts}.`,
  lockedDocument: (found: number) => `${count(found)} of it`,
  lockedPatient: (found: number) => `${count(found)} of its patients`,
  lockedText: (found: number) => `${count(found)} nearly the same as one of it or a part of one`,
  lockedForLastTest: (sets: readonly string[]) =>
    `Locked for a last test: ${sets.join(' and ')}. No corpus and no task of this study has read its documents, others of its patients, or what is nearly the same.`,
  setVersion: (set: string, version: number) => `${set} version ${version}`,
  repeated: (kind: 'classification' | 'multi-label' | 'entities', repeats: number) =>
    `${count(repeats)} of the tested ${kind !== 'entities' ? 'notes' : 'sentences with entities'} have the same text as one that was learned from in that fold: the figures are better than those of new text would be.`,
  ungroupedAll: (kind: 'classification' | 'multi-label' | 'entities', group: string) =>
    `None of the ${kind !== 'entities' ? 'notes' : 'sentences'} names its ${group}: they were put into folds one by one, so that what belongs together may be learned from and tested.`,
  ungroupedSome: (
    kind: 'classification' | 'multi-label' | 'entities',
    group: string,
    without: number,
  ) =>
    `${count(without)} of the ${kind !== 'entities' ? 'notes' : 'sentences'} do not name their ${group}: they were put into folds one by one, so that what belongs together may be learned from and tested.`,
  patient: 'patient',
  document: 'document',
  patientOrDocument: 'patient or document',
  notInEveryFold: (labels: string, kind: 'classification' | 'multi-label' | 'entities') =>
    `Not in every fold: ${labels}. Their own figures are means over the folds that have them; ${kind !== 'entities' ? 'macro averages count them as 0 in the others' : 'macro averages of the others leave them out, or count them as 0 where a model names them'}.`,
  inOneFold: (labels: string, kind: 'classification' | 'multi-label' | 'entities') =>
    `In one fold only: ${labels}. There they are tested without having been learned, and elsewhere learned in vain; ${kind !== 'entities' ? 'macro averages count them as 0 in the others' : 'macro averages of the others leave them out, or count them as 0 where a model names them'}.`,
  neverFound: (models: string, labels: string) =>
    `In no fold did ${models} find a single example of ${labels}.`,
  corpusHoldsTexts: (
    corpus: string,
    contained: number,
    judged: number,
    kind: 'classification' | 'multi-label' | 'entities',
  ) =>
    `The corpus “${corpus}” holds most of the words of ${count(contained)} of the ${count(judged)} ${kind !== 'entities' ? 'notes' : 'sentences'} with eight words or more, in the same order. What is trained on it has read them before they are tested, without their labels: on text that it has not read it may do worse.`,
  startFrom: (models: readonly string[], what: string) =>
    `${list(models.map((model) => `“${model}”`))} ${models.length === 1 ? 'starts' : 'start'} from a model ${what}`,
  fineTunedOn: (set: string, model: string) =>
    `that was fine-tuned, with labels, on “${set}” (${model})`,
  hasRead: (text: string, model: string) => `that has read “${text}” (${model})`,
  trainingForgotten: (model: string) =>
    `that comes from “${model}”, of which the workspace does not know any more what it was trained on: whether texts of this task were among it cannot be compared.`,
  veryData: (by: string) =>
    `${by}, the very data of this task: it was told the answers before it is tested, and its figures say nothing of new text.`,
  textGone: (by: string) =>
    `${by}, which the workspace does not have any more: whether texts of this task are in it cannot be compared.`,
  taughtTexts: (
    by: string,
    contained: number,
    judged: number,
    kind: 'classification' | 'multi-label' | 'entities',
  ) =>
    `${by}, which holds most of the words of ${count(contained)} of the ${count(judged)} ${kind !== 'entities' ? 'notes' : 'sentences'} that were compared: it was taught with them before it is tested on them, and its figures are better than those of new text would be.`,
  readTexts: (
    by: string,
    contained: number,
    judged: number,
    kind: 'classification' | 'multi-label' | 'entities',
  ) =>
    `${by}, which holds most of the words of ${count(contained)} of the ${count(judged)} ${kind !== 'entities' ? 'notes' : 'sentences'} with eight words or more, in the same order: it has read them before they are tested, without their labels, and on text that it has not read it may do worse.`,
  learnedInVain: (labels: string) =>
    `In one fold only: ${labels}. There they are tested without having been learned, and elsewhere learned in vain.`,
  missingFromFolds: (labels: string) =>
    `Missing from some folds, which therefore do not test them: ${labels}.`,
  baselineUnshown: (model: string, baseline: string, metric: string, own: number, other: number) =>
    `${model} is better than the baseline ${baseline} (${metric} ${score(own)} against ${score(other)}), but that may be chance: the folds do not show it.`,
  baselineUnbeaten: (model: string, baseline: string, metric: string, own: number, other: number) =>
    `${model} is not better than the baseline ${baseline} (${metric} ${score(own)} against ${score(other)}): it costs more and gives no more.`,
  nearlySame: (unit: 'notes' | 'sentences', tested: number, near: number, exact: number) =>
    `Of the ${count(tested)} tested ${unit === 'notes' ? 'notes' : 'sentences of eight words or more'}, ${count(near)} are nearly the same as one that is learned from in that fold${exact > 0 ? `, ${count(exact)} of them word for word` : ''}: the figures are better than those of new text would be. contamination.csv lists the pairs.`,
  sameDivisions: (distinct: number, repeats: number) =>
    `Of ${repeats} divisions into folds only ${distinct} differ: so few groups can hardly be divided otherwise, and the others say the same again. Use fewer repeats.`,
  undated: (kind: 'classification' | 'multi-label' | 'entities', undated: number, all: number) =>
    `${count(undated)} of ${count(all)} ${kind !== 'entities' ? 'notes' : 'sentences'} have no date: folds are periods, and these are neither learned from nor tested.`,
  testedBeforeLearned: (labels: string) =>
    `Tested in a period before any earlier example of them was there to learn from: ${labels}.`,
  unevenFolds: 'The largest fold is more than twice as large as the smallest.',
  learnedAs: (pairs: string, source: string) => `Labels of ${source} are learned as: ${pairs}.`,
  leftOutOfSource: (kind: 'classification' | 'multi-label' | 'entities', parts: string) =>
    `Left out of the source (${kind !== 'entities' ? 'notes' : 'sentences'}): ${parts}.`,
  unmappedNotes: (found: number) => `${count(found)} of classes that the target does not have`,
  ofTargetPatients: (found: number) => `${count(found)} of patients of the target`,
  likeTarget: (found: number) => `${count(found)} nearly the same as one of the target`,
  negativeTransfer: (model: string, by: number, lower: number, upper: number) =>
    `With the source, ${model} does worse on the target than without it: ${score(by)} (95 % from ${score(lower)} to ${score(upper)}).`,
  runLeftOut: 'The run was left out on request; comparisons that need it stay without a verdict.',
};

export type WarningsWording = typeof warnings;
