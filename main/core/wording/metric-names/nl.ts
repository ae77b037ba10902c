import type { MetricNamesWording } from './en.ts';

export const metricNames: MetricNamesWording = {
  mcc: 'MCC',
  accuracy: 'Nauwkeurigheid',
  'subset-accuracy': 'Exacte overeenstemming',
  'hamming-loss': 'Hamming-verlies',
  'f1-micro': 'F1 (micro)',
  'f1-macro': 'F1 (macro)',
  'f1-weighted': 'F1 (gewogen)',
  'precision-micro': 'Precisie (micro)',
  'precision-macro': 'Precisie (macro)',
  'precision-weighted': 'Precisie (gewogen)',
  'recall-micro': 'Recall (micro)',
  'recall-macro': 'Recall (macro)',
  'recall-weighted': 'Recall (gewogen)',
  precision: 'Precisie',
  recall: 'Recall',
  f1: 'F1',
  support: 'Aantal',
};
