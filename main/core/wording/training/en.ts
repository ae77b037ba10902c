import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const plural = createPlural('en');
const { decimal } = createNumbers('en');

/** How the models of a task were fine-tuned, where it is not as usual. */
export const training = {
  /** A task as tables name it. */
  frozen: (task: string) => `${task} (frozen encoder)`,
  frozenEncoder:
    'Frozen encoder: the heads alone were trained, on what the encoders say of each text; dropout acted on the head alone.',
  repeated: (repeats: number, folds: number) =>
    `The examples were divided into ${plural(folds, { one: '# fold', other: '# folds' })} ${repeats} times, each time anew. Intervals of means, p (t) and p (Holm) are of all folds, corrected for the training data that they share (Nadeau and Bengio, 2003); W, p, ranks, pooled figures and thresholds are of the first division.`,
  byTime: (first: string, periods: readonly string[]) =>
    `Folds are periods: each tests one and learns from all that is earlier, but for patients that it tests. Only learned from: ${first}. Tested, fold by fold: ${periods.join('; ')}.`,
  period: (from: string, to: string, examples: number) =>
    `${from} to ${to} (${plural(examples, { one: '# example', other: '# examples' })})`,
  layerDecay: (decay: number) =>
    `Each layer learned at ${decimal(decay)} of the rate of the layer above it, the head at the full rate.`,
  oneOfBoth: 'either frozenEncoder or layerDecay',
  both: 'both: a frozen encoder has no layers that learn',
  removeOne: 'Remove one of the two.',
  earlyStop: (share: number, patience: number, measure: 'loss' | 'score') =>
    `Each fold held back ${decimal(100 * share)} % of the examples that it learned from, by whole groups, and stopped after ${plural(patience, { one: '# epoch', other: '# epochs' })} without a ${measure === 'loss' ? 'lower loss' : 'higher score'} on them; its weights are those of its best epoch. What was tested chose nothing.`,
  chosenEpochs: (model: string, epochs: readonly number[]) =>
    `Epochs that were chosen for ${model}, fold by fold: ${epochs.join(', ')}.`,
  finalEpochs: (model: string, epochs: number) =>
    `The final model of ${model} learned from all examples for ${plural(epochs, { one: '# epoch', other: '# epochs' })}, the median of its folds.`,
  innerGroups: 'examples of several groups that can be learned from and held back',
  noInnerSplit: 'Leave out earlyStop, or use fewer folds or more data.',
  foldsFirst: 'finished folds, whose best epochs say how long the final model learns',
  noFoldYet: 'none',
  runFolds: 'Let at least one fold of this model finish first.',
};

export type TrainingWording = typeof training;
