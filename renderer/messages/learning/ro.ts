import { createPlural } from '#contract/language.ts';
import type { LearningMessages } from './messages.ts';

const plural = createPlural('ro');

export const learning: LearningMessages = {
  title: 'Pierderea în timpul învățării',
  lead: 'Pe ceea ce învață fiecare fold, nu pe ceea ce este testat: o pierdere care scade mereu nu spune că modelul devine mai bun pe note noi. Una care stă, crește sau diferă între folduri spune că ceva nu este în regulă. Toate graficele au aceleași axe.',
  none: 'Încă nu sunt pierderi',
  noneWhy: 'Ele apar de îndată ce învață primul fold al acestei sarcini.',
  step: 'Pas',
  loss: 'Pierdere',
  fold: 'Fold',
  steps: 'Pași',
  firstLoss: 'Prima pierdere',
  lastLoss: 'Ultima pierdere',
  foldsShown: (folds) =>
    plural(folds, {
      one: '# fold.',
      few: 'Subțiri: # folduri; groasă: media lor.',
      other: 'Subțiri: # de folduri; groasă: media lor.',
    }),
  picture: (model, first, last) => `Pierderea medie pentru ${model}, de la ${first} la ${last}`,
};
