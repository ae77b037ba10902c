import { createPlural } from '#contract/language.ts';
import type { CommonMessages } from './messages.ts';

const plural = createPlural('ro');
const runStates: CommonMessages['runStates'] = {
  queued: 'În așteptare',
  running: 'În curs',
  stopping: 'Se oprește',
  stopped: 'Oprit',
  interrupted: 'Întrerupt',
  failed: 'Eșuat',
  'left-out': 'Omis',
  finished: 'Încheiat',
};

export const common: CommonMessages = {
  cancel: 'Anulare',
  close: 'Închidere',
  tryAgain: 'Încercați din nou',
  dismiss: 'Ascundere',
  runStates,
  studyStates: { ...runStates, queued: 'De pornit' },
  placeInQueue: (place) => `În coadă, locul ${place}`,
  runKinds: {
    vocabulary: 'Vocabular',
    pretraining: 'Preantrenare',
    perplexity: 'Perplexitate',
    baseline: 'Referință',
    'fine-tuning': 'Ajustare fină',
    final: 'Model final',
    transfer: 'Transfer: sursa învățată',
    'zero-shot': 'Test fără exemple (zero-shot)',
    'few-shot': 'Puține exemple',
  },
  fold: (number) => `fold ${number}`,
  folds: (count) => plural(count, { one: '# fold', few: '# folduri', other: '# de folduri' }),
  steps: (count) => plural(count, { one: '# pas', few: '# pași', other: '# de pași' }),
  notes: (count) => plural(count, { one: '# notă', few: '# note', other: '# de note' }),
  sentences: (count) =>
    plural(count, { one: '# propoziție', few: '# propoziții', other: '# de propoziții' }),
  secondsLeft: 'câteva secunde rămase',
  timeLeft: (duration) => `aproximativ ${duration} rămase`,
};
