import { createPlural } from '#contract/language.ts';
import type { ResultsMessages } from './messages.ts';

const plural = createPlural('en');

export const results: ResultsMessages = {
  metrics: {
    mcc: {
      name: 'MCC',
      meaning:
        'Matthews correlation between truth and prediction, for two classes or more: 1 is perfect, 0 is no better than chance, or one class given to all.',
    },
    accuracy: {
      name: 'Accuracy',
      meaning: 'Share of examples that were given the right class.',
    },
    'subset-accuracy': {
      name: 'Subset accuracy',
      meaning:
        'Share of notes that were given exactly the right labels, none too many and none too few.',
    },
    'hamming-loss': {
      name: 'Hamming loss',
      meaning:
        'Share of all answers, one for each note and label, that are wrong: lower is better.',
    },
    'f1-micro': {
      name: 'F1 (micro)',
      meaning: 'F1 from the counts of all types added up: every entity or example weighs the same.',
    },
    'f1-macro': {
      name: 'F1 (macro)',
      meaning:
        'Plain mean of the F1 of each class or type: a rare one weighs as much as a common one. A class that the fold lacks counts as 0; an entity type only where it is true or predicted.',
    },
    'f1-weighted': {
      name: 'F1 (weighted)',
      meaning: 'Mean of the F1 of each type, weighted by how often the type truly occurs.',
    },
    'precision-micro': {
      name: 'Precision (micro)',
      meaning: 'Share of all that was found which is right.',
    },
    'precision-macro': {
      name: 'Precision (macro)',
      meaning:
        'Plain mean of the precision of each class or type, with those that F1 (macro) counts.',
    },
    'precision-weighted': {
      name: 'Precision (weighted)',
      meaning: 'Mean of the precision of each type, weighted by how often the type truly occurs.',
    },
    'recall-micro': {
      name: 'Recall (micro)',
      meaning: 'Share of all that was there to be found which was found.',
    },
    'recall-macro': {
      name: 'Recall (macro)',
      meaning: 'Plain mean of the recall of each class or type, with those that F1 (macro) counts.',
    },
    'recall-weighted': {
      name: 'Recall (weighted)',
      meaning: 'Mean of the recall of each type, weighted by how often the type truly occurs.',
    },
    precision: {
      name: 'Precision',
      meaning: 'Share of what was given this type which truly has it.',
    },
    recall: {
      name: 'Recall',
      meaning: 'Share of what truly has this type which was given it.',
    },
    f1: { name: 'F1', meaning: 'Harmonic mean of the precision and recall of this type.' },
    support: {
      name: 'Support',
      meaning: 'How often the type truly occurs in the test fold.',
    },
  },
  verdicts: {
    'candidate-better': 'Candidate better',
    'baseline-better': 'Baseline better',
    'candidate-better-unconfirmed': 'Candidate better, unconfirmed',
    'baseline-better-unconfirmed': 'Baseline better, unconfirmed',
    undecided: 'No difference shown',
    'too-few-folds': 'Too few folds',
    incomplete: 'Not finished',
  },
  comparisons: (count, verdicts) =>
    plural(count, { one: `# comparison: ${verdicts}`, other: `# comparisons: ${verdicts}` }),
  readInWords: 'Read them in words',
  parts: {
    overview: 'Overview',
    curves: 'Curves',
    threshold: 'Threshold',
    errors: 'Errors',
    learning: 'Learning',
    across: 'Other studies',
  },
  partsOf: (task) => `Parts of the results of ${task}`,
  allTasks: 'All tasks',
  noSuchTask: 'This study has no results of such a task',
  noFold: 'No fold is finished yet',
  figuresAppear:
    'Figures appear here as soon as the first fold of the first task is finished. A comparison needs all folds of both models.',
  differentFolds:
    'The models have finished different folds, and some folds are harder than others: these means cannot be compared yet. Comparisons look only at folds that both models have finished.',
  met: {
    title: 'Met elsewhere',
    meaning:
      'Examples that are nearly the same as others: tested ones as some that the fold learns from, and tested or learned ones as passages of the corpora; in brackets those with the same words. Figures are better than those of new text would be where tested ones were met. contamination.csv, below the report, lists the pairs.',
    pairs: (count) => plural(count, { one: '# pair', other: '# pairs' }),
    table: (task) => `Met elsewhere: ${task}`,
    fold: 'Fold',
    testByTraining: 'Tested, met in training',
    testByCorpora: 'Tested, met in corpora',
    trainingByCorpora: 'Learned, met in corpora',
    count: (near, of, exact) => `${near} of ${of} (${exact})`,
  },
  transfer: {
    note: (source, target, metric) =>
      `learned on ${source}, tested on the folds of ${target}, by ${metric}`,
    learnedAs: 'Labels are learned as:',
    settingsOf: (transfer) => `What was learned for ${transfer}, and how it does`,
    differencesOf: (transfer) => `Differences of ${transfer}`,
    learned: 'Learned',
    tested: 'Tested',
    deviation: 'Deviation',
    range: 'Smallest, largest',
    setting: (condition, shots) =>
      ({
        'target-only': 'target alone',
        'zero-shot': 'source (zero-shot)',
        'few-shot': `source + ${shots === null ? 'all examples' : `${shots} examples`}`,
        alone: `${shots ?? ''} examples alone`,
      })[condition],
    side: (model, setting) => `${model}, ${setting}`,
    howToRead:
      'The source is learned once, from all of its labels, with fixed epochs: no example of the target chose anything. Deviation and range are over folds or, of a few examples, over draws, which are the same for every model; of several draws of a fold differences take the mean. p is adjusted for the comparisons of all transfers.',
  },
  inEachFold: (metric) => `${metric} in each fold`,
  comparisonsBy: (metric) => `Comparisons by ${metric}`,
  comparisonsOn: (task) => `Comparisons on ${task}`,
  report: 'Report',
  model: 'Model',
  mean: 'Mean',
  foldNumber: (fold) => `Fold ${fold}`,
  folds: 'Folds',
  foldsOf: (finished, all) => `${finished} of ${all}`,
  metricsOf: (task) =>
    `Metrics of ${task}: mean over folds, ± half its 95 % interval. Choose a metric to plot it.`,
  metric: 'Metric',
  each: {
    classification: {
      title: 'Per class',
      column: 'Class',
      table: (metric, task) => `${metric} of each class of ${task}`,
    },
    'multi-label': {
      title: 'Per label',
      column: 'Label',
      table: (metric, task) => `${metric} of each label of ${task}`,
    },
    'entity-recognition': {
      title: 'Per type',
      column: 'Type',
      table: (metric, task) => `${metric} of each type of ${task}`,
    },
  },
  meanAndInterval: 'mean over folds ± half its 95 % interval',
  candidateAgainstBaseline: 'Candidate against baseline',
  against: (candidate, baseline) => `${candidate} against ${baseline}`,
  verdict: 'Verdict',
  difference: 'Difference, 95 % interval',
  interval: (lower, upper) => `[${lower}, ${upper}]`,
  pHolm: 'p, Holm',
  pCorrected: 'p, corrected t',
  smallestP: 'Smallest p',
  testsUsed: {
    exact: 'p: Wilcoxon’s signed-rank test, two-sided, exact.',
    approximate: 'p: Wilcoxon’s signed-rank test, two-sided, approximate.',
  },
  adjustedOverPlan: 'p, Holm: adjusted for all comparisons of the plan.',
  decidedByCorrected:
    'The examples were divided several times: p is of the first division, p, Holm and the verdict are of the corrected test over all folds.',
  floor: (folds, smallestP) =>
    plural(folds, {
      one: `With # fold no outcome, however clear, gives p below ${smallestP}.`,
      other: `With # folds no outcome, however clear, gives p below ${smallestP}.`,
    }),
  sharedExamples:
    'Folds share training examples; the interval and the corrected t-test (Nadeau and Bengio) allow for that. A difference is confirmed only where both tests agree.',
  plot: 'Folds as points, an upright line as their mean, a bar as its 95 % interval; a line joins the same fold of two models',
  point: ({ model, fold, metric, value }) =>
    `${model}, fold ${fold}: ${metric} ${value}. Open the step`,
  pointHint: (model, fold, value) => `${model}, fold ${fold}: ${value}`,
  howToRead:
    'Points are folds, the upright line their mean, the grey bar its 95 % interval (±), which does not tell models apart: for that see the comparisons. Thin lines join the same fold of two models. Choose a point to open its step; arrow keys go from point to point.',
};
