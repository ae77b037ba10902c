import { isolate } from '#window/format/isolate.ts';
import type { AcrossMessages } from './messages.ts';

export const across: AcrossMessages = {
  title: 'The same task in other studies',
  sameFiles: 'The same files, read the same way.',
  sameSet: (set, version) => `The labelled set ${isolate(set)}, version ${version}.`,
  compared: 'Compare',
  none: 'No other study of this workspace has this task',
  noneWhy:
    'Studies are beside each other here where a task was read from the same version of a labelled set, or the same files, with the same labels.',
  thisStudy: 'This study',
  study: 'Study',
  openStudy: 'Open the study',
  pictureTitle: (metric) => `${metric} in all of these studies`,
  pictureMeaning:
    'Points are folds, the upright line is their mean, the grey bar its 95 % interval.',
  pictureLabel: (metric, rows) => `${metric} of ${rows} models, fold by fold`,
  unpaired: {
    'other-fold-count': (own, other) =>
      `Not compared fold by fold: this study has ${own} folds, that one ${other}.`,
    'other-folds': () =>
      'Not compared fold by fold: both have as many folds, but of other examples, by another seed or other groups.',
    'folds-not-kept': () =>
      'Not compared fold by fold: an earlier version of the program kept no examples of its folds, so that nobody can tell whether they are the same.',
    'no-shared-fold': () => 'Not compared fold by fold: no fold has finished in both studies.',
  },
  byNoteInstead: 'Every note was tested once in both: they are compared note by note instead.',
  onlyMeans: 'Means and their intervals can be looked at; they do not tell models apart.',
  comparedWith: (model, study) => `${model} compared with the models of ${study}`,
  comparedAgainst: (model) => `${model} against`,
  byFoldMeans:
    'The folds are the same in both studies, so that differences are of pairs, by the tests of the overview; candidate is the model of this study. Holm’s correction is over all comparisons of this page that are by fold.',
  notes: 'Notes',
  onlyThis: 'Only this right',
  onlyOther: 'Only that right',
  accuracyDifference: 'Difference of accuracy, 95 % interval',
  mcNemar: 'p, McNemar',
  byNoteMeans:
    'Exact, two-sided, with the notes of a patient kept together; not corrected for several comparisons. It is of these trained models: other folds would have trained others.',
  unlikeTitle: 'Not comparable, though it looks alike',
  taskOfStudy: (task, study) => `${task} in ${study}`,
  otherVersion: (other, own) =>
    `Another version of the labelled set: ${other}, here ${own}. Other notes make other figures.`,
  unlike: {
    'other-kind': 'One has classes of notes, the other entities.',
    'not-read': 'One of both studies has not read its data yet.',
    'other-set-version': 'Another version of the labelled set.',
    'read-otherwise':
      'The same set or files, read otherwise: other labels, types, columns, changed files or other locked sets.',
    'other-data': 'The same name, but other data.',
    'no-finished-fold': 'The same data, but no fold has finished there.',
  },
};
