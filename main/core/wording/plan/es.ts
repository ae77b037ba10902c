import type { PlanWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const plural = createPlural('es');
const { count } = createNumbers('es');

export const plan: PlanWording = {
  asDocumented: 'un plan como lo describe docs/plan.md',
  correctKeys: 'Corrija estas claves; un editor que lea docs/plan.schema.json las marca.',
  jsonHere: (what) => `un archivo en JSON, aquí: ${what}`,
  somethingElse: 'otra cosa',
  correctThere:
    'Corrija el archivo en ese lugar; JSON no admite comentarios ni comas finales, y un plan no admite una clave repetida.',
  definedName: 'un nombre que el plan defina',
  oneOf: (names) => `uno de ${names.join(', ')}`,
  correctOrDefine: 'Corrija el nombre o defínalo en el plan.',
  textColumn: 'textColumn, puesto que el formato es csv',
  none: 'ninguno',
  nameTextColumn: 'Indique la columna que contiene el texto.',
  labelBesideText: 'una labelColumn distinta de la textColumn',
  sameColumn: 'la misma columna para ambas',
  nameLabelColumn: 'Indique como labelColumn la columna que contiene la clase de una nota.',
  differentPairs: 'dos modelos distintos, y cada par una sola vez',
  removeComparison: 'Elimine esta comparación.',
  extendOnlyWeights: 'extendVocabulary solo para un modelo que empiece con pesos',
  fromScratch: 'uno que empieza desde cero',
  multipleOfHeads: 'un hiddenSize que sea múltiplo de heads',
  sizeAndHeads: (hiddenSize, heads) => `hiddenSize ${hiddenSize} y ${heads} cabezas`,
  changeOne: 'Cambie uno de los dos, por ejemplo 64 por cabeza.',
  noCircle: 'modelos que empiecen desde cero, desde un punto de control o desde un modelo anterior',
  circle: (names) => `un círculo: ${names.join(' → ')}`,
  breakCircle: 'Haga que uno de ellos empiece desde cero o desde un punto de control.',
  uniqueTitle: 'un título que ningún otro tenga como título o nombre',
  anotherTitle: 'Dele otro título.',
  idlePlan: 'el plan de un estudio que no esté en marcha',
  runningPlan: (study) => `el de ${study}, que está en marcha`,
  waitOrStop: 'Espere a que termine o deténgalo.',
  entitiesNeeded: 'oraciones con entidades',
  sentencesWithout: (sentences) =>
    `${plural(sentences, { one: '# oración', many: '# de oraciones', other: '# oraciones' })} sin ninguna`,
  checkAnnotations: 'Compruebe que las anotaciones se importaron junto con el texto.',
  twoClasses: 'ejemplos de al menos dos clases',
  checkLabelColumn: 'Compruebe la columna de etiquetas o añada ejemplos de la otra clase.',
  twoOfEach: 'al menos 2 ejemplos de cada clase',
  classesForExamples: (classes, examples) =>
    `${plural(classes, { one: '# clase', many: '# de clases', other: '# clases' })} para ${plural(examples, { one: '# ejemplo', many: '# de ejemplos', other: '# ejemplos' })}`,
  notClasses: 'Compruebe la columna de etiquetas: parece contener otra cosa que clases.',
  datedExamples: 'ejemplos cuyos documentos tienen fecha',
  noneDated: (examples) => `${count(examples)} ejemplos, ninguno con fecha`,
  giveDates:
    'Importe los documentos con la columna de su fecha y congele el conjunto de nuevo, o quite "foldsBy".',
  periodsForFolds: (folds) =>
    `días para un período del que se aprende y ${folds} que se evalúan, con los mismos ejemplos cada uno`,
  periodsFound: (examples, days) =>
    `${count(examples)} ejemplos con fecha, en ${plural(days, { one: '# día', many: '# de días', other: '# días' })}`,
  fewerPeriods: 'Use menos particiones, añada ejemplos o quite "foldsBy".',
  labelsEarlier: (kind) =>
    kind === 'entities'
      ? 'entidades en lo que es anterior a cada período'
      : 'ejemplos de dos clases en lo que es anterior a cada período',
  foundEarlier: (fold, from, examples, labels) =>
    `para la partición ${fold}, cuyo período empieza el ${from}, ${plural(examples, { one: '# ejemplo anterior', many: '# de ejemplos anteriores', other: '# ejemplos anteriores' })} de otros pacientes${labels.length === 0 ? '' : `, solo con ${labels.join(', ')}`}`,
  timeOnce: 'particiones por tiempo, que solo pueden hacerse de una manera, sin "repeats"',
  timeRepeated: (repeats) => `${repeats} repeticiones`,
  removeRepeats: 'Quite "repeats", o "foldsBy".',
  timeOfSets:
    'un conjunto etiquetado del espacio de trabajo donde las particiones se hacen por tiempo: las fechas son de los documentos',
  timeOfFiles: 'archivos',
  freezeDated:
    'Importe los archivos como colección con la columna de su fecha, congele un conjunto y nómbrelo, o quite "foldsBy".',
  foldsWhole: 'un número entero de particiones (folds), al menos 2',
  setFolds: 'Ponga "folds" a 5 o 10.',
  examplesForFolds: (folds) => `al menos ${folds} ejemplos, uno para cada partición (fold)`,
  fewerFolds: 'Use menos particiones (folds) o añada ejemplos.',
  groupsForFolds: (folds) => `al menos ${folds} grupos, uno para cada partición (fold)`,
  fewerFoldsOrOthers:
    'Use menos particiones (folds) o añada ejemplos de otros pacientes o documentos.',
  ownName: 'un nombre que ninguna tarea tenga',
  otherTarget: 'un destino que no sea el origen',
  dividedOnce: 'un destino cuyos ejemplos se dividen una sola vez',
  sameKind: 'dos tareas del mismo tipo',
  eachNumberOnce: 'cada número de ejemplos una sola vez',
  changeTransfer: 'Corrija la transferencia.',
  labelOf: (task, labels) => `una clase o un tipo de la tarea ${task}: ${labels}`,
  nameAsTask: 'Nómbrelo como se llama después de "labels" y "types" de la tarea.',
  learnedLabels: (target, source) => `que cada clase o tipo de ${target} se aprenda de ${source}`,
  unlearnedLabels: (unlearned, known) =>
    `ninguno que se convierta en ${unlearned}; el origen tiene ${known}`,
  mapOrLeaveOut:
    'Indique en "labels" de la transferencia cómo los llama el origen, u omítalos del destino con "types" o "labels" de su tarea.',
  examplesAtMost: (most) =>
    `como mucho ${most} ejemplos, los que quedan fuera de la partición (fold) más grande`,
  fewerExamples: 'Pida menos, o "all".',
  allRuns: (runs) =>
    `que terminen los ${plural(runs, { one: '# paso', many: '# de pasos', other: '# pasos' })}`,
  failedRuns: (failed, named) =>
    `${plural(failed, { one: '# que falló', many: '# que fallaron', other: '# que fallaron' })}: ${named}`,
  retryRuns:
    'Mire el motivo de cada uno. Reanudar el estudio los intenta de nuevo; también se pueden intentar u omitir uno a uno.',
  oneLabelEach:
    'tareas cuyos ejemplos tienen una sola etiqueta; varias etiquetas no se transfieren',
  oneOfRuns: (named) => `un paso del plan: ${named}`,
  seeRuns: 'Véase «anamnesis study runs».',
  failedRun: 'un paso que haya fallado',
  waitingRun: 'un paso que no haya empezado',
};
