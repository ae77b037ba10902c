import { createPlural } from '#contract/language.ts';
import type { CommonMessages } from './messages.ts';

const plural = createPlural('nl');
const runStates: CommonMessages['runStates'] = {
  queued: 'Wacht',
  running: 'Loopt',
  stopping: 'Stopt',
  stopped: 'Gestopt',
  interrupted: 'Onderbroken',
  failed: 'Mislukt',
  'left-out': 'Weggelaten',
  finished: 'Voltooid',
};

export const common: CommonMessages = {
  cancel: 'Annuleren',
  close: 'Sluiten',
  tryAgain: 'Opnieuw proberen',
  dismiss: 'Verbergen',
  runStates,
  studyStates: { ...runStates, queued: 'Nog te starten' },
  placeInQueue: (place) => `In de wachtrij, plaats ${place}`,
  runKinds: {
    vocabulary: 'Vocabulaire',
    pretraining: 'Pretraining',
    perplexity: 'Perplexiteit',
    baseline: 'Basislijn',
    'fine-tuning': 'Finetuning',
    final: 'Eindmodel',
    transfer: 'Overdracht: bron geleerd',
    'zero-shot': 'Zero-shottest',
    'few-shot': 'Weinig voorbeelden',
  },
  fold: (number) => `fold ${number}`,
  folds: (count) => plural(count, { one: '# fold', other: '# folds' }),
  steps: (count) => plural(count, { one: '# stap', other: '# stappen' }),
  notes: (count) => plural(count, { one: '# notitie', other: '# notities' }),
  sentences: (count) => plural(count, { one: '# zin', other: '# zinnen' }),
  secondsLeft: 'nog enkele seconden',
  timeLeft: (duration) => `nog ongeveer ${duration}`,
};
