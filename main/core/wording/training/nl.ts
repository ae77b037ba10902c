import { createNumbers } from '../numbers.ts';
import type { TrainingWording } from './en.ts';

const { decimal } = createNumbers('nl');

export const training: TrainingWording = {
  frozen: (task) => `${task} (bevroren encoder)`,
  frozenEncoder:
    'Bevroren encoder: alleen de koppen zijn getraind, op wat de encoders van elke tekst zeggen; dropout werkte alleen op de kop.',
  layerDecay: (decay) =>
    `Elke laag leerde met ${decimal(decay)} van de snelheid van de laag erboven, de kop met de volle snelheid.`,
  oneOfBoth: 'frozenEncoder of layerDecay, een van beide',
  both: 'beide: een bevroren encoder heeft geen lagen die leren',
  removeOne: 'Verwijder een van de twee.',
};
