import { createPlural } from '#contract/language.ts';
import type { LearningMessages } from './messages.ts';

const plural = createPlural('en');

export const learning: LearningMessages = {
  title: 'Loss while learning',
  lead: 'On what each fold learns from, not on what it is tested on: a loss that goes on falling does not say that the model gets better on new notes. One that stays, rises or differs between folds says that something is wrong. All pictures have the same axes.',
  none: 'No losses yet',
  noneWhy: 'They appear as soon as the first fold of this task learns.',
  step: 'Step',
  loss: 'Loss',
  fold: 'Fold',
  steps: 'Steps',
  firstLoss: 'First loss',
  lastLoss: 'Last loss',
  foldsShown: (folds) =>
    plural(folds, {
      one: '# fold.',
      other: 'Thin: # folds; bold: their mean.',
    }),
  picture: (model, first, last) => `Mean loss of ${model} from ${first} to ${last}`,
};
