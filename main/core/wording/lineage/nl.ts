import type { LineageWording } from './en.ts';
import { createPlural } from '../plural.ts';
import { createNumbers } from '../numbers.ts';

const { count } = createNumbers('nl');

const plural = createPlural('nl');

export const lineage: LineageWording = {
  randomWeights: 'willekeurige gewichten',
  checkpointFolder: 'een checkpointmap',
  libraryModel: (model) => `het bibliotheekmodel ${model}`,
  theModel: (model) => `het model ${model}`,
  extended: (corpora) => `vocabulaire uitgebreid met woorden van ${corpora.join(' en ')}`,
  pretrained: (corpora, epochs) =>
    `voorgetraind op ${corpora.join(' en ')}, ${plural(epochs, { one: '# epoch', other: '# epochs' })}`,
  pretrainedSeen: (corpora, tokens) =>
    `voorgetraind op ${corpora.map((corpus, index) => `${corpus} (${count(tokens[index])} tokens gezien)`).join(' en ')}`,
  hasRead: (text, model) => `heeft ${text} gelezen (${model})`,
  fineTunedOn: (set, model) => `met labels gefinetuned op ${set} (${model})`,
  ofWorkspace: (model) => `${model} van de werkruimte`,
  ofPlan: (model) => `model ${model}`,
  checkpointOf: (family) => `een checkpoint van de familie ${family}`,
};
