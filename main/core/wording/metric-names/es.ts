import type { MetricNamesWording } from './en.ts';

export const metricNames: MetricNamesWording = {
  mcc: 'MCC',
  accuracy: 'Exactitud',
  'subset-accuracy': 'Exactitud del conjunto',
  'hamming-loss': 'Pérdida de Hamming',
  'f1-micro': 'F1 (micro)',
  'f1-macro': 'F1 (macro)',
  'f1-weighted': 'F1 (ponderado)',
  'precision-micro': 'Precisión (micro)',
  'precision-macro': 'Precisión (macro)',
  'precision-weighted': 'Precisión (ponderada)',
  'recall-micro': 'Exhaustividad (micro)',
  'recall-macro': 'Exhaustividad (macro)',
  'recall-weighted': 'Exhaustividad (ponderada)',
  precision: 'Precisión',
  recall: 'Exhaustividad',
  f1: 'F1',
  support: 'Frecuencia',
};
