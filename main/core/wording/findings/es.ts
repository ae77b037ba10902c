import type { FindingsWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { count, p, percentage, decimal, bytes } = createNumbers('es');
const plural = createPlural('es');

export const findings: FindingsWording = {
  inPart: (seenShare, sentence) =>
    `En el ${percentage(seenShare)} que se ha examinado: ${sentence}`,
  partHasNoEntity: (seenShare) =>
    `En el ${percentage(seenShare)} que se ha examinado no hay ninguna entidad.`,
  partHasOneClass: (seenShare, label) =>
    `En el ${percentage(seenShare)} que se ha examinado solo hay una clase, «${label}».`,
  partHasRare: (seenShare, folds, kind, labels) =>
    `En el ${percentage(seenShare)} que se ha examinado estos son tan raros que en el total puede haber menos de uno para cada una de las ${folds} particiones (folds), por ${kind !== 'entities' ? 'clase' : 'tipo de entidad'}: ${labels}.`,
  partHasFewGroups: (seenShare, groups, folds) =>
    `En el ${percentage(seenShare)} que se ha examinado hay ${plural(groups, { one: '# grupo', many: '# de grupos', other: '# grupos' })} para ${folds} particiones (folds).`,
  fewFolds: (folds, smallest, adjusted, comparisons, level, enough) =>
    `Con ${plural(folds, { one: '# partición (fold)', many: '# de particiones (folds)', other: '# particiones (folds)' })}, la menor p bilateral posible es ${p(smallest)}${comparisons === 1 ? '' : `, o ${p(adjusted)} tras ajustar por las ${comparisons} comparaciones del plan`}: ninguna diferencia puede ser significativa al nivel ${decimal(level)}, salga lo que salga. ${plural(enough, { one: '# partición (fold)', many: '# de particiones (folds)', other: '# particiones (folds)' })} podrían mostrarla.`,
  needsRoom: (needed, free) =>
    `Necesita unos ${bytes(needed)} en el disco del espacio de trabajo, donde hay ${bytes(free)} libres.`,
  needsMemory: (needed, there, batch) =>
    `Su mayor entrenamiento necesita unos ${bytes(needed)} de memoria a la vez, y el equipo tiene ${bytes(there)}: ${batch === 0 ? 'ningún tamaño de lote cabe; un modelo más pequeño o textos más cortos, sí' : `cabría un tamaño de lote de ${batch}, con más lotes por paso para reunir los mismos textos`}.`,
  setNeedsWorkspace:
    'Su conjunto etiquetado solo se puede examinar en un espacio de trabajo: indíquelo (-w).',
  collectionNeedsWorkspace:
    'Su colección solo se puede examinar en un espacio de trabajo: indíquelo (-w).',
  modelNeedsWorkspace: (model) =>
    `Si el espacio de trabajo tiene ${model} se sabrá cuando se indique (-w).`,
  holdsAtMost: (longest, stages) =>
    `Admite textos de como máximo ${longest} tokens, a los que se recortan los de ${stages}.`,
  itsPretraining: (maxTokens) => `su preentrenamiento (maxTokens ${maxTokens})`,
  taskStage: (task, maxTokens) => `la tarea ${task} (maxTokens ${maxTokens})`,
  aboutTransfer: (name) => `transferencia ${name}`,
  aboutModel: (model) => `modelo ${model}`,
  aboutRoom: 'espacio',
  aboutEngine: 'motor de cálculo',
  morePieces: (pieces, rows) =>
    `El vocabulario tiene ${count(pieces)} piezas para ${count(rows)} filas de los embeddings; las demás son relleno.`,
  missingPieces: (pieces, rows) =>
    `El vocabulario tiene ${count(pieces)} piezas para ${count(rows)} filas de los embeddings; las demás corresponden a tokens que no están en la carpeta. Si fuera el vocabulario de otro modelo, este no podría leer.`,
  tooFewPositives: (label, positives, sensitivity, needed) =>
    `No puede afirmarse con una confianza del 95 % un umbral para una sensibilidad del ${percentage(sensitivity)}: hay ${count(positives)} notas de «${label}» y hacen falta ${count(needed)} independientes, aunque no se pierda ninguna.`,
  screeningNeedsClass: (classes) =>
    `El plan pide un umbral (screening) y la tarea tiene ${count(classes)} clases: indique la que se busca como positiveClass.`,
  searchCutShort:
    'Aquello de lo que parten los modelos ha leído más de lo que se pudo buscar para esta tarea durante la comprobación: el estudio lo busca todo antes de entrenar.',
};
