import type { LineageWording } from './en.ts';
import { createPlural } from '../plural.ts';
import { createNumbers } from '../numbers.ts';

const { count } = createNumbers('ro');

const plural = createPlural('ro');

export const lineage: LineageWording = {
  randomWeights: 'ponderi aleatorii',
  checkpointFolder: 'un dosar cu punct de control',
  libraryModel: (model) => `modelul din bibliotecă ${model}`,
  theModel: (model) => `modelul ${model}`,
  extended: (corpora) => `vocabular extins cu cuvinte din ${corpora.join(' și ')}`,
  pretrained: (corpora, epochs) =>
    `preantrenat pe ${corpora.join(' și ')}, ${plural(epochs, { one: 'o epocă', few: '# epoci', other: '# de epoci' })}`,
  pretrainedSeen: (corpora, tokens) =>
    `preantrenat pe ${corpora.map((corpus, index) => `${corpus} (${count(tokens[index])} de tokeni văzuți)`).join(' și ')}`,
  hasRead: (text, model) => `a citit ${text} (${model})`,
  fineTunedOn: (set, model) => `ajustat fin, cu etichete, pe ${set} (${model})`,
  ofWorkspace: (model) => `${model} din spațiul de lucru`,
  ofPlan: (model) => `modelul ${model}`,
  checkpointOf: (family) => `un punct de control din familia ${family}`,
};
