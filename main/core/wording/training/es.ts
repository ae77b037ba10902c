import { createNumbers } from '../numbers.ts';
import type { TrainingWording } from './en.ts';

const { decimal } = createNumbers('es');

export const training: TrainingWording = {
  frozen: (task) => `${task} (codificador congelado)`,
  frozenEncoder:
    'Codificador congelado: solo se entrenaron las cabezas, con lo que los codificadores dicen de cada texto; el dropout actuó solo en la cabeza.',
  layerDecay: (decay) =>
    `Cada capa aprendió a ${decimal(decay)} de la tasa de la capa superior, y la cabeza a la tasa completa.`,
  oneOfBoth: 'frozenEncoder o layerDecay, uno de los dos',
  both: 'ambos: un codificador congelado no tiene capas que aprendan',
  removeOne: 'Elimine uno de los dos.',
};
