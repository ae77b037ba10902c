import { createPlural } from '#contract/language.ts';
import { isolate } from '#window/format/isolate.ts';
import type { LabelErrorsMessages } from './messages.ts';

const plural = createPlural('es');

export const labelErrors: LabelErrorsMessages = {
  title: 'Etiquetas que pueden ser erróneas',
  lead: 'Un modelo lee cada documento en una partición (fold) que no ha aprendido de él y dice qué probabilidad tienen las etiquetas dadas. Las menos probables van primero; usted las conserva o las cambia, y lo cambiado hace la siguiente versión del conjunto.',
  setVersion: (set, version) => `${isolate(set)}, versión ${version}`,
  find: 'Que mire un modelo',
  findNote: 'Es un estudio como cualquiera: se puede detener y sigue después.',
  labels: 'Etiquetas',
  labelKinds: { classes: 'clases de documentos', spans: 'marcas en el texto' },
  model: 'Por',
  words: 'palabras contadas (solo clases, segundos)',
  chooseModel: 'Elija…',
  folds: 'Particiones (folds)',
  frozen: 'Solo aprende la cabeza: minutos en lugar de horas',
  start: 'Empezar',
  checks: 'Lo que dijeron los modelos',
  noChecks: 'Ningún modelo ha mirado aún esta versión.',
  foldsOf: (done, all) => `${done} de ${all} particiones (folds)`,
  walk: 'Recorrer',
  walkNamed: (model) => `Recorrer lo que ${isolate(model)} no cree`,
  progressOf: (model) => `Particiones (folds) de ${model}`,
  queue: 'Etiquetas en duda',
  kind: 'Qué puede estar mal',
  kinds: { class: 'Clase', boundary: 'Comienzo o final', missing: 'Falta', spurious: 'Sobra' },
  allKinds: 'Todas',
  found: (count) =>
    plural(count, { one: '# etiqueta', other: '# etiquetas', many: '# de etiquetas' }),
  decided: (kept, changed) => `${kept} conservadas, ${changed} cambiadas`,
  none: 'Nada está en duda',
  noneHint: 'El modelo cree todas las etiquetas de este tipo.',
  given: 'Dada',
  expected: 'Esperada',
  nothing: 'nada',
  keep: 'Conservar',
  change: 'Cambiar',
  openAgain: 'Volver a abrir',
  decisions: { open: 'abierta', kept: 'conservada', changed: 'cambiada' },
  text: 'Texto del documento',
  markOf: { given: (label) => `dada: ${label}`, expected: (label) => `esperada: ${label}` },
  apply: 'Hacer la siguiente versión',
  applied: (version, changed) =>
    plural(changed, {
      one: `La versión ${version} tiene # etiqueta cambiada.`,
      other: `La versión ${version} tiene # etiquetas cambiadas.`,
      many: `La versión ${version} tiene # de etiquetas cambiadas.`,
    }),
  compared: (other, same) =>
    plural(other, {
      one: `# documento tiene otras etiquetas que antes, ${same} siguen igual.`,
      other: `# documentos tienen otras etiquetas que antes, ${same} siguen igual.`,
      many: `# de documentos tienen otras etiquetas que antes, ${same} siguen igual.`,
    }),
  toVersion: 'Verla y exportarla',
  backToSet: 'El conjunto',
};
