import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';
import type { TrainingWording } from './en.ts';

const plural = createPlural('ro');
const { decimal } = createNumbers('ro');

export const training: TrainingWording = {
  frozen: (task) => `${task} (codificator înghețat)`,
  frozenEncoder:
    'Codificator înghețat: au fost antrenate doar capetele, pe ceea ce codificatoarele spun despre fiecare text; dropout-ul a acționat doar asupra capului.',
  repeated: (repeats, folds) =>
    `Exemplele au fost împărțite de ${repeats} ori în ${plural(folds, { one: '# fold', few: '# folduri', other: '# de folduri' })}, de fiecare dată din nou. Intervalele mediilor, p (t) și p (Holm) sunt ale tuturor foldurilor, corectate pentru datele de antrenare pe care le împart (Nadeau și Bengio, 2003); W, p, rangurile, cifrele comune și pragurile sunt ale primei împărțiri.`,
  byTime: (first, periods) =>
    `Foldurile sunt perioade: fiecare testează una și învață din tot ce este dinainte, în afară de pacienții pe care îi testează. Numai pentru învățare: ${first}. Testate, fold cu fold: ${periods.join('; ')}.`,
  period: (from, to, examples) =>
    `${from} până la ${to} (${plural(examples, { one: '# exemplu', few: '# exemple', other: '# de exemple' })})`,
  layerDecay: (decay) =>
    `Fiecare strat a învățat cu ${decimal(decay)} din rata stratului de deasupra, iar capul cu rata întreagă.`,
  oneOfBoth: 'fie frozenEncoder, fie layerDecay',
  both: 'ambele: un codificator înghețat nu are straturi care învață',
  removeOne: 'Eliminați unul dintre cele două.',
  earlyStop: (share, patience, measure) =>
    `Fiecare fold a pus deoparte ${decimal(100 * share)} % din exemplele din care învață, pe grupuri întregi, și s-a oprit după ${plural(patience, { one: 'o epocă', few: '# epoci', other: '# de epoci' })} fără ${measure === 'loss' ? 'o pierdere mai mică' : 'un scor mai mare'} pe ele; ponderile sunt cele ale celei mai bune epoci. Ce a fost testat nu a ales nimic.`,
  chosenEpochs: (model, epochs) =>
    `Epocile alese pentru ${model}, fold cu fold: ${epochs.join(', ')}.`,
  finalEpochs: (model, epochs) =>
    `Modelul final al lui ${model} a învățat din toate exemplele timp de ${plural(epochs, { one: 'o epocă', few: '# epoci', other: '# de epoci' })}, mediana foldurilor sale.`,
  innerGroups: 'exemple din mai multe grupuri, de învățat și de pus deoparte',
  noInnerSplit: 'Renunțați la earlyStop sau folosiți mai puține folduri ori mai multe date.',
  foldsFirst: 'folduri terminate, ale căror epoci bune spun cât învață modelul final',
  noFoldYet: 'niciunul',
  runFolds: 'Lăsați mai întâi să se termine cel puțin un fold al acestui model.',
};
