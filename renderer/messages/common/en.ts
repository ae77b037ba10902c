import { createPlural } from '#contract/language.ts';
import type { CommonMessages } from './messages.ts';

const plural = createPlural('en');
const runStates: CommonMessages['runStates'] = {
  queued: 'Waiting',
  running: 'Running',
  stopping: 'Stopping',
  stopped: 'Stopped',
  interrupted: 'Interrupted',
  failed: 'Failed',
  'left-out': 'Left out',
  finished: 'Finished',
};

export const common: CommonMessages = {
  cancel: 'Cancel',
  close: 'Close',
  tryAgain: 'Try again',
  dismiss: 'Dismiss',
  runStates,
  studyStates: { ...runStates, queued: 'To be started' },
  placeInQueue: (place) => `In the queue, place ${place}`,
  runKinds: {
    vocabulary: 'Vocabulary',
    pretraining: 'Pre-training',
    perplexity: 'Perplexity',
    baseline: 'Baseline',
    'fine-tuning': 'Fine-tuning',
    final: 'Final model',
    transfer: 'Transfer: source learned',
    'zero-shot': 'Zero-shot test',
    'few-shot': 'Few examples',
  },
  fold: (number) => `fold ${number}`,
  folds: (count) => plural(count, { one: '# fold', other: '# folds' }),
  steps: (count) => plural(count, { one: '# step', other: '# steps' }),
  notes: (count) => plural(count, { one: '# note', other: '# notes' }),
  sentences: (count) => plural(count, { one: '# sentence', other: '# sentences' }),
  secondsLeft: 'a few seconds left',
  timeLeft: (duration) => `about ${duration} left`,
};
