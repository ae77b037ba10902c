import { createNumbers } from '../numbers.ts';

const { decimal } = createNumbers('en');

/** How the models of a task were fine-tuned, where it is not as usual. */
export const training = {
  /** A task as tables name it. */
  frozen: (task: string) => `${task} (frozen encoder)`,
  frozenEncoder:
    'Frozen encoder: the heads alone were trained, on what the encoders say of each text; dropout acted on the head alone.',
  layerDecay: (decay: number) =>
    `Each layer learned at ${decimal(decay)} of the rate of the layer above it, the head at the full rate.`,
  oneOfBoth: 'either frozenEncoder or layerDecay',
  both: 'both: a frozen encoder has no layers that learn',
  removeOne: 'Remove one of the two.',
};

export type TrainingWording = typeof training;
