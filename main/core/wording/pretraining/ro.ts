import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';
import type { PretrainingWording } from './en.ts';

const { count } = createNumbers('ro');
const plural = createPlural('ro');

export const pretraining: PretrainingWording = {
  twoDocuments:
    'documente de la cel puțin doi pacienți sau texte: unele de pus deoparte, altele de antrenat',
  allHeldOut: (documents) =>
    `${plural(documents, { one: 'un document, din care', few: '# documente, din care', other: '# de documente, din care' })} nu ar rămâne niciunul`,
  smallerDocuments:
    'Spuneți cu "unit" că documentele sunt mai mici, numiți un corpus cu mai multe documente sau renunțați la heldOut.',
  heldOut: 'heldOut alături de "use" și "patience", care au nevoie de ceva de măsurat',
  notHeldOut: 'un plan fără heldOut',
  addHeldOut: 'Adăugați heldOut în plan sau eliminați-le.',
  heldOutOf: (documents, all, lines) =>
    `${count(documents)} din ${count(all)} documente, cu ${count(lines)} linii, sunt ținute în afara oricărei antrenări`,
  learning: 'o pierdere care scade',
  notFinite: (step) => `una care nu este un număr, la pasul ${count(step)}`,
  leaves: (before, after, step) =>
    `una care a crescut de la ${before} la ${after}, la pasul ${count(step)}`,
  lowerRate: (rate) =>
    `Reduceți learningRate la ${rate}, măriți warmupFraction sau setați maxGradientNorm la 1 și rulați studiul din nou.`,
  keptAs: (model) => `Modelul așa cum era înainte este păstrat ca ${model}.`,
};
