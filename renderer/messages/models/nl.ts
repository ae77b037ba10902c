import type { ModelsMessages } from './messages.ts';

export const models: ModelsMessages = {
  title: 'Modellen',
  note: 'Elk onder het model van wiens gewichten het is uitgegaan',
  none: 'Dit plan noemt geen model',
  noneHint: 'Voeg ten minste één model aan het plan toe.',
  ofStudy: 'Modellen van de studie',
  model: 'Model',
  origin: 'Herkomst',
  preTrainedOn: 'Voorgetraind op',
  shape: 'Lagen × verborgen grootte',
  parameters: 'Parameters',
  vocabulary: 'Vocabulaire',
  cameFrom: (parent) => `komt van ${parent}`,
  origins: {
    'from-scratch': 'Vanaf nul getraind',
    checkpoint: 'Checkpoint zoals gegeven',
    'further-pretraining': 'Verder voorgetraind',
  },
};
