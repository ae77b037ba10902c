import type { ModelsMessages } from './messages.ts';

export const models: ModelsMessages = {
  title: 'Models',
  note: 'Each below the one whose weights it started from',
  none: 'This plan names no model',
  noneHint: 'Add at least one model to the plan.',
  ofStudy: 'Models of the study',
  model: 'Model',
  origin: 'Origin',
  preTrainedOn: 'Pre-trained on',
  shape: 'Layers × hidden size',
  parameters: 'Parameters',
  vocabulary: 'Vocabulary',
  cameFrom: (parent) => `came from ${parent}`,
  origins: {
    'from-scratch': 'Trained from scratch',
    checkpoint: 'Checkpoint as it was given',
    'further-pretraining': 'Further pre-training',
  },
};
