/** The kinds of task that are judged; each has one primary metric. */
export type TaskKind = 'classification' | 'multi-label' | 'entities';

/** What the reader of a table needs to know about one metric. */
export interface MetricDescription {
  readonly displayName: string;
  /** One sentence, complete without the formula. */
  readonly meaning: string;
  /** Null for a count, which is neither good nor bad. */
  readonly higherIsBetter: boolean | null;
  /** Whether it is one number for all classes or types, or one number for each. */
  readonly scope: 'overall' | 'each-type';
}

/**
 * Every metric of the product. Names are stable: they stand in databases, CSV files and scripts.
 * Wherever a denominator is 0 the value is 0, as scikit-learn gives with `zero_division=0`.
 */
export const metricDescriptions = {
  mcc: {
    displayName: 'MCC',
    meaning:
      'Matthews correlation between truth and prediction, for two classes or more, or of one label of several: 1 is perfect, 0 is no better than chance, or one class given to all.',
    higherIsBetter: true,
    scope: 'overall',
  },
  accuracy: {
    displayName: 'Accuracy',
    meaning: 'Share of examples that were given the right class.',
    higherIsBetter: true,
    scope: 'overall',
  },
  'subset-accuracy': {
    displayName: 'Subset accuracy',
    meaning:
      'Share of notes that were given exactly the right labels, none too many and none too few.',
    higherIsBetter: true,
    scope: 'overall',
  },
  'hamming-loss': {
    displayName: 'Hamming loss',
    meaning: 'Share of all answers, one for each note and label, that are wrong: lower is better.',
    higherIsBetter: false,
    scope: 'overall',
  },
  'f1-micro': {
    displayName: 'F1 (micro)',
    meaning: 'F1 from the counts of all types added up: every entity or example weighs the same.',
    higherIsBetter: true,
    scope: 'overall',
  },
  'f1-macro': {
    displayName: 'F1 (macro)',
    meaning:
      'Plain mean of the F1 of each class or type: a rare one weighs as much as a common one. A class that the fold lacks counts as 0; an entity type only where it is true or predicted.',
    higherIsBetter: true,
    scope: 'overall',
  },
  'f1-weighted': {
    displayName: 'F1 (weighted)',
    meaning: 'Mean of the F1 of each type, weighted by how often the type truly occurs.',
    higherIsBetter: true,
    scope: 'overall',
  },
  'precision-micro': {
    displayName: 'Precision (micro)',
    meaning: 'Share of all that was found which is right.',
    higherIsBetter: true,
    scope: 'overall',
  },
  'precision-macro': {
    displayName: 'Precision (macro)',
    meaning:
      'Plain mean of the precision of each class or type, with those that F1 (macro) counts.',
    higherIsBetter: true,
    scope: 'overall',
  },
  'precision-weighted': {
    displayName: 'Precision (weighted)',
    meaning: 'Mean of the precision of each type, weighted by how often the type truly occurs.',
    higherIsBetter: true,
    scope: 'overall',
  },
  'recall-micro': {
    displayName: 'Recall (micro)',
    meaning: 'Share of all that was there to be found which was found.',
    higherIsBetter: true,
    scope: 'overall',
  },
  'recall-macro': {
    displayName: 'Recall (macro)',
    meaning: 'Plain mean of the recall of each class or type, with those that F1 (macro) counts.',
    higherIsBetter: true,
    scope: 'overall',
  },
  'recall-weighted': {
    displayName: 'Recall (weighted)',
    meaning: 'Mean of the recall of each type, weighted by how often the type truly occurs.',
    higherIsBetter: true,
    scope: 'overall',
  },
  precision: {
    displayName: 'Precision',
    meaning: 'Share of what was given this type which truly has it.',
    higherIsBetter: true,
    scope: 'each-type',
  },
  recall: {
    displayName: 'Recall',
    meaning: 'Share of what truly has this type which was given it.',
    higherIsBetter: true,
    scope: 'each-type',
  },
  f1: {
    displayName: 'F1',
    meaning: 'Harmonic mean of the precision and recall of this type.',
    higherIsBetter: true,
    scope: 'each-type',
  },
  support: {
    displayName: 'Support',
    meaning: 'How often the type truly occurs in the test fold.',
    higherIsBetter: null,
    scope: 'each-type',
  },
} as const satisfies Record<string, MetricDescription>;

export type MetricName = keyof typeof metricDescriptions;

/** The one metric by which models are compared on a task of each kind. */
export const primaryMetric = {
  classification: 'mcc',
  'multi-label': 'f1-micro',
  entities: 'f1-micro',
} as const satisfies Record<TaskKind, MetricName>;

/** True for a name of the closed table; names read from a file or a database may be older. */
export function isMetricName(name: string): name is MetricName {
  return Object.hasOwn(metricDescriptions, name);
}
