import type { LossesWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { count, roughShare } = createNumbers('es');
const plural = createPlural('es');

export const losses: LossesWording = {
  files: 'archivos',
  documents: 'documentos',
  rows: 'filas',
  entities: 'entidades',
  tags: 'etiquetas de palabras en entidades',
  words: 'palabras',
  leftOut: (unit, lost, total, byRule) =>
    `Se han omitido ${count(lost)} de ${count(total)} ${unit} (${roughShare(lost / total)}): ${byRule}.`,
  ruleAndCount: (rule, applied) => `${rule} ${count(applied)}`,
  nothingLeft: (labels) => `No queda nada de ${labels}.`,
  leftOutOfEach: (shares) => `Omitido de cada uno: ${shares}.`,
  labelShare: (label, lost, all) =>
    `«${label}» ${count(lost)} de ${count(all)} (${roughShare(lost / all)})`,
  labelCount: (label, examples) => `«${label}» (${count(examples)})`,
  first: (parts, more) => `${parts.join(', ')}${more > 0 ? ` y ${count(more)} más` : ''}`,
  stayTogether: (documents, groups) =>
    `${count(documents)} documentos quedan juntos en ${count(groups)} grupos, porque algunos de cada uno son casi iguales aunque no sean de un mismo paciente.`,
  byPlan: (key, labels) =>
    `Omitido por ${key === 'types and labels' ? 'types y labels' : key}, como dice el plan: ${labels}.`,
  namedByPlan: (labels) =>
    `El plan nombra ${labels.map((label) => `«${label}»`).join(', ')}, que los archivos no tienen.`,
  moreAlike: (remarks) =>
    `${plural(remarks, { one: '# observación', many: '# de observaciones', other: '# observaciones' })} más sobre etiquetas parecidas: véase import-problems.csv.`,
  noneInFiles: 'ninguno en los archivos que nombra el plan',
  noneInPart: 'ninguno en la parte de los archivos que se ha examinado',
  firstProblem: (file, line, detail) => `${file}, línea ${line}: ${detail.replace(/\.$/, '')}`,
  labelledNotes: 'notas etiquetadas',
  taggedSentences: 'oraciones etiquetadas',
  correctFiles: 'Corrija los archivos o las columnas que nombra el plan.',
  taskPlace: (task) => `tarea ${task}`,
  corpusPlace: (corpus) => `corpus ${corpus}`,
  text: 'texto',
  nothingAfterCleaning: (documents) =>
    `${plural(documents, { one: '# documento', many: '# de documentos', other: '# documentos' })} de los que no quedó nada tras la limpieza`,
  fittingNothingAfterCleaning: (documents) =>
    `${plural(documents, { one: '# documento', many: '# de documentos', other: '# documentos' })} de la colección que cumplen las condiciones, de los que no quedó nada tras la limpieza`,
  filesNothingAfterCleaning: (files) =>
    `${plural(files, { one: '# archivo', many: '# de archivos', other: '# archivos' })} de los que no quedó nada tras la limpieza`,
  lookAtFiles: 'Revise los archivos, su formato y la columna que nombra el plan.',
  widenWhere: 'Amplíe lo que el plan indica con "where" o revise la colección.',
  plainText: 'Revise los archivos: deben ser texto sin formato.',
  fittingDocuments: 'documentos de la colección que cumplan "where"',
  noDocuments: 'ninguno',
};
