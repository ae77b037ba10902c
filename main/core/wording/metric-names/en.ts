/** What each metric is called. */
export const metricNames = {
  mcc: 'MCC',
  accuracy: 'Accuracy',
  'subset-accuracy': 'Subset accuracy',
  'hamming-loss': 'Hamming loss',
  'f1-micro': 'F1 (micro)',
  'f1-macro': 'F1 (macro)',
  'f1-weighted': 'F1 (weighted)',
  'precision-micro': 'Precision (micro)',
  'precision-macro': 'Precision (macro)',
  'precision-weighted': 'Precision (weighted)',
  'recall-micro': 'Recall (micro)',
  'recall-macro': 'Recall (macro)',
  'recall-weighted': 'Recall (weighted)',
  precision: 'Precision',
  recall: 'Recall',
  f1: 'F1',
  support: 'Support',
};

export type MetricNamesWording = typeof metricNames;
