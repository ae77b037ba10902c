import { createPlural } from '#contract/language.ts';
import type { CurvesMessages } from './messages.ts';

const plural = createPlural('en');

export const curves: CurvesMessages = {
  title: 'Probabilities of a class',
  pooled: (folds) =>
    plural(folds, {
      one: 'Every note was judged by a model that had not learned from it: # fold.',
      other:
        'Every note was judged by a model that had not learned from it: # folds together, each with a model of its own, whose scales may differ a little. Choose a fold to see one alone.',
    }),
  ofOneFold: 'The notes of one fold, judged by its own model.',
  ofClass: 'Class',
  ofFold: 'Fold',
  allFolds: 'All together',
  calibrated: 'Calibrated',
  model: 'Model',
  notes: 'Notes',
  positives: 'Of the class',
  interval: '95 % interval',
  figuresOf: (label) => `Figures of the probabilities of ${label}; choose which models are drawn`,
  within: (lower, upper) => `[${lower}, ${upper}]`,
  fromTo: (lower, upper) => `${lower} to ${upper}`,
  withoutScores: (models) => `Not drawn, since no scores were kept: ${models}.`,
  noScores: 'No scores of single notes are kept',
  noScoresWhy:
    'They come with each fold that finishes. Folds that an earlier version of the program computed have none.',
  figures: {
    auroc: {
      name: 'AUROC',
      meaning:
        'How often a note of the class is given a higher probability than another note: 1 is perfect, 0.5 is chance.',
    },
    'average-precision': {
      name: 'Average precision',
      meaning:
        'Area under the steps of precision by recall; chance gives the share of the class among the notes.',
    },
    brier: {
      name: 'Brier',
      meaning: 'Mean squared distance of probability and truth: 0 is perfect.',
    },
    'log-loss': {
      name: 'Log loss',
      meaning: 'Mean surprise at the truth: 0 is perfect; being sure and wrong costs most.',
    },
    ece: {
      name: 'ECE',
      meaning:
        'Mean distance of predicted and observed share over bins of equally many notes: 0 is perfect.',
    },
    'calibration-intercept': {
      name: 'Intercept',
      meaning: 'Calibration in the large: below 0, probabilities are too high; above 0, too low.',
    },
    'calibration-slope': {
      name: 'Slope',
      meaning: 'Below 1, probabilities are too extreme; above 1, too timid.',
    },
  },
  charts: {
    roc: {
      title: 'ROC',
      meaning:
        'How much of the class is found, by how many of the other notes alert in vain. The dotted line is chance.',
    },
    precisionRecall: {
      title: 'Precision and recall',
      meaning:
        'How many alerts are right, by how much of the class is found. It depends on how common the class is here; the dotted line is chance.',
    },
    calibration: {
      title: 'Calibration',
      meaning:
        'Whether of the notes given 70 % about 70 % are of the class. Bins hold equally many notes; bars are 95 % intervals; on the dotted line probabilities are right.',
    },
    decision: {
      title: 'Decision curve',
      meaning:
        'What acting on the model is worth per note, if one would act from the probability on the axis. It helps where it lies above acting on all and on none. Always of calibrated probabilities.',
    },
  },
  pictureOf: (chart, label, models) => `${chart} of ${label} for ${models}`,
  falsePositiveRate: 'False positive rate',
  sensitivity: 'Sensitivity',
  sensitivityOrRecall: 'Recall (sensitivity)',
  precision: 'Precision',
  predicted: 'Predicted probability',
  observed: 'Observed share',
  thresholdProbability: 'Threshold probability',
  netBenefit: 'Net benefit',
  chance: 'Chance',
  perfect: 'Right',
  actOnAll: 'Act on all',
  actOnNone: 'Act on none',
};
