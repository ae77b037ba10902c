import { createNumbers } from '../numbers.ts';
import type { TrainingWording } from './en.ts';

const { decimal } = createNumbers('ro');

export const training: TrainingWording = {
  frozen: (task) => `${task} (codificator înghețat)`,
  frozenEncoder:
    'Codificator înghețat: au fost antrenate doar capetele, pe ceea ce codificatoarele spun despre fiecare text; dropout-ul a acționat doar asupra capului.',
  layerDecay: (decay) =>
    `Fiecare strat a învățat cu ${decimal(decay)} din rata stratului de deasupra, iar capul cu rata întreagă.`,
  oneOfBoth: 'fie frozenEncoder, fie layerDecay',
  both: 'ambele: un codificator înghețat nu are straturi care învață',
  removeOne: 'Eliminați unul dintre cele două.',
};
