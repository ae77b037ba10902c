/** What each metric means, in one sentence. */
export const metricMeanings = {
  mcc: 'Matthews correlation between truth and prediction, for two classes or more, or of one label of several: 1 is perfect, 0 is no better than chance, or one class given to all.',
  accuracy: 'Share of examples that were given the right class.',
  'subset-accuracy':
    'Share of notes that were given exactly the right labels, none too many and none too few.',
  'hamming-loss':
    'Share of all answers, one for each note and label, that are wrong: lower is better.',
  'f1-micro': 'F1 from the counts of all types added up: every entity or example weighs the same.',
  'f1-macro':
    'Plain mean of the F1 of each class or type: a rare one weighs as much as a common one. A class that the fold lacks counts as 0; an entity type only where it is true or predicted.',
  'f1-weighted': 'Mean of the F1 of each type, weighted by how often the type truly occurs.',
  'precision-micro': 'Share of all that was found which is right.',
  'precision-macro':
    'Plain mean of the precision of each class or type, with those that F1 (macro) counts.',
  'precision-weighted':
    'Mean of the precision of each type, weighted by how often the type truly occurs.',
  'recall-micro': 'Share of all that was there to be found which was found.',
  'recall-macro':
    'Plain mean of the recall of each class or type, with those that F1 (macro) counts.',
  'recall-weighted':
    'Mean of the recall of each type, weighted by how often the type truly occurs.',
  precision: 'Share of what was given this type which truly has it.',
  recall: 'Share of what truly has this type which was given it.',
  f1: 'Harmonic mean of the precision and recall of this type.',
  support: 'How often the type truly occurs in the test fold.',
};

export type MetricMeaningsWording = typeof metricMeanings;
