import type { MetricNamesWording } from './en.ts';

export const metricNames: MetricNamesWording = {
  mcc: 'MCC',
  accuracy: 'Acuratețe',
  'subset-accuracy': 'Acuratețea setului',
  'hamming-loss': 'Pierderea Hamming',
  'f1-micro': 'F1 (micro)',
  'f1-macro': 'F1 (macro)',
  'f1-weighted': 'F1 (ponderat)',
  'precision-micro': 'Precizie (micro)',
  'precision-macro': 'Precizie (macro)',
  'precision-weighted': 'Precizie (ponderată)',
  'recall-micro': 'Recall (micro)',
  'recall-macro': 'Recall (macro)',
  'recall-weighted': 'Recall (ponderat)',
  precision: 'Precizie',
  recall: 'Recall',
  f1: 'F1',
  support: 'Frecvență',
};
