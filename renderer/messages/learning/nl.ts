import { createPlural } from '#contract/language.ts';
import type { LearningMessages } from './messages.ts';

const plural = createPlural('nl');

export const learning: LearningMessages = {
  title: 'Loss tijdens het leren',
  lead: 'Op waarvan elke fold leert, niet op waarop hij wordt getest: een loss die blijft dalen, zegt niet dat het model beter wordt op nieuwe notities. Een die blijft staan, stijgt of tussen folds verschilt, zegt dat er iets mis is. Alle grafieken hebben dezelfde assen.',
  none: 'Nog geen losses',
  noneWhy: 'Ze verschijnen zodra de eerste fold van deze taak leert.',
  step: 'Stap',
  loss: 'Loss',
  fold: 'Fold',
  steps: 'Stappen',
  firstLoss: 'Eerste loss',
  lastLoss: 'Laatste loss',
  foldsShown: (folds) =>
    plural(folds, {
      one: '# fold.',
      other: 'Dun: # folds; vet: hun gemiddelde.',
    }),
  picture: (model, first, last) => `Gemiddelde loss van ${model}, van ${first} naar ${last}`,
};
