import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';
import type { PretrainingWording } from './en.ts';

const { count } = createNumbers('es');
const plural = createPlural('es');

export const pretraining: PretrainingWording = {
  twoDocuments:
    'documentos de al menos dos pacientes o textos: unos para apartar, otros para entrenar',
  allHeldOut: (documents) =>
    `${plural(documents, { one: '# documento, del que', many: '# de documentos, de los que', other: '# documentos, de los que' })} no quedaría ninguno`,
  smallerDocuments:
    'Diga con "unit" que los documentos son menores, nombre un corpus con más documentos, o quite heldOut.',
  heldOut: 'heldOut junto a "use" y "patience", que necesitan algo que medir',
  notHeldOut: 'un plan sin heldOut',
  addHeldOut: 'Añada heldOut al plan o quítelos.',
  heldOutOf: (documents, all, lines) =>
    `${count(documents)} de ${count(all)} documentos, con ${count(lines)} líneas, se apartan de todo entrenamiento`,
  learning: 'una pérdida que baja',
  notFinite: (step) => `una que no es un número, en el paso ${count(step)}`,
  leaves: (before, after, step) =>
    `una que subió de ${before} a ${after}, en el paso ${count(step)}`,
  lowerRate: (rate) =>
    `Baje learningRate a ${rate}, suba warmupFraction o ponga maxGradientNorm a 1, y ejecute el estudio de nuevo.`,
  keptAs: (model) => `El modelo tal como estaba antes se guarda como ${model}.`,
};
