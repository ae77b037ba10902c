import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';
import type { TrainingWording } from './en.ts';

const plural = createPlural('es');
const { decimal } = createNumbers('es');

export const training: TrainingWording = {
  frozen: (task) => `${task} (codificador congelado)`,
  frozenEncoder:
    'Codificador congelado: solo se entrenaron las cabezas, con lo que los codificadores dicen de cada texto; el dropout actuó solo en la cabeza.',
  repeated: (repeats, folds) =>
    `Los ejemplos se dividieron ${repeats} veces en ${plural(folds, { one: '# partición', many: '# de particiones', other: '# particiones' })}, cada vez de nuevo. Los intervalos de las medias, p (t) y p (Holm) son de todas las particiones, corregidos por los datos de entrenamiento que comparten (Nadeau y Bengio, 2003); W, p, los rangos, las cifras conjuntas y los umbrales son de la primera división.`,
  byTime: (first, periods) =>
    `Las particiones son períodos: cada una evalúa uno y aprende de todo lo anterior, salvo de los pacientes que evalúa. Solo para aprender: ${first}. Evaluados, partición por partición: ${periods.join('; ')}.`,
  period: (from, to, examples) =>
    `${from} a ${to} (${plural(examples, { one: '# ejemplo', many: '# de ejemplos', other: '# ejemplos' })})`,
  layerDecay: (decay) =>
    `Cada capa aprendió a ${decimal(decay)} de la tasa de la capa superior, y la cabeza a la tasa completa.`,
  oneOfBoth: 'frozenEncoder o layerDecay, uno de los dos',
  both: 'ambos: un codificador congelado no tiene capas que aprendan',
  removeOne: 'Elimine uno de los dos.',
  earlyStop: (share, patience, measure) =>
    `Cada partición (fold) reservó el ${decimal(100 * share)} % de los ejemplos de los que aprendía, por grupos enteros, y se detuvo tras ${plural(patience, { one: '# época', many: '# de épocas', other: '# épocas' })} sin ${measure === 'loss' ? 'una pérdida menor' : 'una puntuación mayor'} en ellos; sus pesos son los de su mejor época. Lo evaluado no eligió nada.`,
  chosenEpochs: (model, epochs) =>
    `Épocas elegidas para ${model}, partición por partición: ${epochs.join(', ')}.`,
  finalEpochs: (model, epochs) =>
    `El modelo final de ${model} aprendió de todos los ejemplos durante ${plural(epochs, { one: '# época', many: '# de épocas', other: '# épocas' })}, la mediana de sus particiones.`,
  innerGroups: 'ejemplos de varios grupos de los que aprender y que reservar',
  noInnerSplit: 'Omita earlyStop, o use menos particiones o más datos.',
  foldsFirst: 'particiones terminadas, cuyas mejores épocas dicen cuánto aprende el modelo final',
  noFoldYet: 'ninguna',
  runFolds: 'Deje terminar antes al menos una partición de este modelo.',
};
