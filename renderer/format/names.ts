import type { RunKind, RunState } from '#contract/run.ts';

/** The words for states and kinds, the same wherever they are shown. */
export const stateNames: Readonly<Record<RunState, string>> = {
  queued: 'Waiting',
  running: 'Running',
  stopping: 'Stopping',
  stopped: 'Stopped',
  failed: 'Failed',
  finished: 'Finished',
};

export const kindNames: Readonly<Record<RunKind, string>> = {
  vocabulary: 'Vocabulary',
  pretraining: 'Pre-training',
  'fine-tuning': 'Fine-tuning',
};

const metricNames: Readonly<Record<string, string>> = {
  accuracy: 'Accuracy',
  mcc: 'MCC',
  f1: 'F1',
  precision: 'Precision',
  recall: 'Recall',
};

/** "f1-micro" → "F1 micro"; a name that is not known stays readable. */
export function formatMetricName(name: string): string {
  const [first, ...rest] = name.split(/[-_ ]/);
  const head = metricNames[first.toLowerCase()] ?? first[0].toUpperCase() + first.slice(1);
  return [head, ...rest].join(' ');
}

/** Folds are counted from 0 inside and from 1 for people. */
export function formatFold(fold: number): string {
  return `fold ${fold + 1}`;
}
