import type { RunKind, ShownState } from '#contract/run.ts';

/** The words for states and kinds, the same wherever they are shown. */
export const stateNames: Readonly<Record<ShownState, string>> = {
  queued: 'Waiting',
  running: 'Running',
  stopping: 'Stopping',
  stopped: 'Stopped',
  interrupted: 'Interrupted',
  failed: 'Failed',
  finished: 'Finished',
};

export const kindNames: Readonly<Record<RunKind, string>> = {
  vocabulary: 'Vocabulary',
  pretraining: 'Pre-training',
  'fine-tuning': 'Fine-tuning',
};

/** Folds are counted from 0 inside and from 1 for people. */
export function formatFold(fold: number): string {
  return `fold ${fold + 1}`;
}
