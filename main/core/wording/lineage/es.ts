import type { LineageWording } from './en.ts';
import { createPlural } from '../plural.ts';
import { createNumbers } from '../numbers.ts';

const { count } = createNumbers('es');

const plural = createPlural('es');

export const lineage: LineageWording = {
  randomWeights: 'pesos aleatorios',
  checkpointFolder: 'una carpeta de punto de control',
  libraryModel: (model) => `el modelo de la biblioteca ${model}`,
  theModel: (model) => `el modelo ${model}`,
  extended: (corpora) => `vocabulario ampliado con palabras de ${corpora.join(' y ')}`,
  pretrained: (corpora, epochs) =>
    `preentrenado con ${corpora.join(' y ')}, ${plural(epochs, { one: '# época', many: '# de épocas', other: '# épocas' })}`,
  pretrainedSeen: (corpora, tokens) =>
    `preentrenado con ${corpora.map((corpus, index) => `${corpus} (${count(tokens[index])} tokens vistos)`).join(' y ')}`,
  hasRead: (text, model) => `ha leído ${text} (${model})`,
  fineTunedOn: (set, model) => `ajustado, con etiquetas, con ${set} (${model})`,
  ofWorkspace: (model) => `${model} del espacio de trabajo`,
  ofPlan: (model) => `modelo ${model}`,
  checkpointOf: (family) => `un punto de control de la familia ${family}`,
};
