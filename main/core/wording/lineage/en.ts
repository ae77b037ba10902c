import { createNumbers } from '../numbers.ts';

const { count } = createNumbers('en');

/** How a model begins and what it has become. */
export const lineage = {
  randomWeights: 'random weights',
  checkpointFolder: 'a checkpoint folder',
  libraryModel: (model: string) => `the library model ${model}`,
  theModel: (model: string) => `the model ${model}`,
  extended: (corpora: readonly string[]) =>
    `vocabulary extended by words of ${corpora.join(' and ')}`,
  pretrained: (corpora: readonly string[], epochs: number) =>
    `pre-trained on ${corpora.join(' and ')}, ${epochs} epochs`,
  pretrainedSeen: (corpora: readonly string[], tokens: readonly number[]) =>
    `pre-trained on ${corpora.map((corpus, index) => `${corpus} (${count(tokens[index])} tokens seen)`).join(' and ')}`,
  hasRead: (text: string, model: string) => `has read ${text} (${model})`,
  fineTunedOn: (set: string, model: string) => `fine-tuned, with labels, on ${set} (${model})`,
  ofWorkspace: (model: string) => `${model} of the workspace`,
  ofPlan: (model: string) => `model ${model}`,
  checkpointOf: (family: string) => `a checkpoint of the ${family} family`,
};

export type LineageWording = typeof lineage;
