import type { ReportWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { count, p, decimal } = createNumbers('es');
const plural = createPlural('es');

/** What is never split, where it is not a column of the data. */
const groups = new Map([
  ['patient', 'a un paciente'],
  ['document', 'un documento'],
  ['patient or document', 'a un paciente ni un documento'],
]);

const folds = {
  one: '# partición (fold)',
  many: '# de particiones (folds)',
  other: '# particiones (folds)',
};

export const report: ReportWording = {
  title: (study) => `${study} – informe del estudio`,
  studyReport: 'Informe del estudio',
  started: 'Inicio',
  runsTook: 'Duración de las ejecuciones',
  engine: 'Motor de cálculo',
  plan: 'Plan (SHA-256)',
  program: 'Programa',
  notFinished: 'Sin terminar',
  soFar: 'Las cifras abarcan las particiones (folds) terminadas hasta ahora.',
  failed: (place, expected, found, remedy, code) =>
    `El estudio falló: ${place === null ? '' : `${place}: `}se esperaba: ${expected}; se encontró: ${found}. ${remedy} [${code}]`,
  inShort: 'En resumen',
  warnings: 'Advertencias',
  writtenBy: (version) =>
    `Escrito por Anamnesis ${version} en el equipo que ejecutó el estudio. Las mismas cifras están en results.csv y results.json.`,

  model: 'Modelo',
  type: (kind) => (kind === 'entities' ? 'Tipo' : kind === 'multi-label' ? 'Etiqueta' : 'Clase'),
  folds: 'Particiones',
  fold: (number) => `Partición ${count(number)}`,
  foldsOf: (finished, all) => `${count(finished)} de ${count(all)}`,
  range: (lower, upper) => `${lower} a ${upper}`,

  task: (kind, items, counts, foldCount, grouping) =>
    `${kind === 'entities' ? 'Reconocimiento de entidades en' : kind === 'multi-label' ? 'Clasificación con varias etiquetas de' : 'Clasificación de'} ${items} (${counts}), con validación cruzada en ${plural(foldCount, { one: '# partición (fold) estratificada', many: '# de particiones (folds) estratificadas', other: '# particiones (folds) estratificadas' })}${grouping}, las mismas para todos los modelos.`,
  items: (kind, found) =>
    kind !== 'entities'
      ? plural(found, { one: '# nota', many: '# de notas', other: '# notas' })
      : plural(found, { one: '# oración', many: '# de oraciones', other: '# oraciones' }),
  itemsOfSet: (items, set, version) => `${items} del conjunto ${set}, versión ${version}`,
  typeCount: (kind, found) =>
    kind === 'multi-label'
      ? plural(found, { one: '# etiqueta', many: '# de etiquetas', other: '# etiquetas' })
      : kind !== 'entities'
        ? plural(found, { one: '# clase', many: '# de clases', other: '# clases' })
        : plural(found, { one: '# tipo', many: '# de tipos', other: '# tipos' }),
  notGrouped: (kind) =>
    ` (${kind !== 'entities' ? 'las notas' : 'las oraciones'} del mismo paciente o documento pueden estar en particiones distintas)`,
  grouped: (by) => `, sin dividir nunca ${groups.get(by) ?? `lo que coincide en «${by}»`}`,
  typesCounted: (task, kind) =>
    `${task}: ${kind !== 'entities' ? 'clases y sus notas' : 'tipos y sus entidades'}`,
  countedColumn: (kind) => (kind !== 'entities' ? 'Notas' : 'Entidades'),
  share: 'Proporción',
  leftOut: 'Omitidas',
  comparedBy: (metric) => `Los modelos se comparan según ${metric}.`,
  strict: 'Una entidad solo cuenta si su tipo y ambos extremos son correctos (IOB2 estricto).',
  spread:
    '± es la mitad del intervalo t del 95 % de la media entre particiones (folds); las particiones comparten datos de entrenamiento, así que interprételo como su dispersión, no como un límite.',
  lastEpoch:
    'El modelo es el de la última época; ninguna época se eligió por sus resultados con datos de prueba.',
  plotTitle: (metric, task) => `${metric} de cada modelo en ${task}`,
  higherIsBetter: (metric) => `${metric} (más alto es mejor)`,
  plotCaption:
    'Cada círculo es una partición (fold); el rombo, la media con su intervalo del 95 %; las líneas finas unen la misma partición de modelos vecinos. El eje no empieza necesariamente en 0.',
  foldValue: (fold, value) => `Partición ${count(fold)}: ${value}`,
  noFoldFinished: 'ninguna terminada',
  plotText: (model, summary, values) =>
    `${model}: media e intervalo del 95 % ${summary}; particiones ${values.join('; ')}.`,
  meansOver: (task) => `${task}: media entre particiones (folds)`,
  byType: (task, kind) =>
    `${task}: por ${kind !== 'entities' ? 'clase' : 'tipo de entidad'}, media de las particiones en las que aparece`,
  examplesOfType: (kind, found) =>
    kind !== 'entities'
      ? plural(found, { one: '# nota', many: '# de notas', other: '# notas' })
      : plural(found, { one: '# entidad', many: '# de entidades', other: '# entidades' }),
  inFolds: (tested, finished) => `en ${count(tested)} de ${plural(finished, folds)}`,
  meanings: 'Qué significan estas cifras',
  everyFold: 'Todas las particiones (folds)',
  everyFoldOf: (task) => `${task}: todas las particiones; cada valor enlaza con su ejecución`,
  metric: 'Métrica',
  allTypes: 'todas',

  metElsewhere: 'Vistos en otra parte: aprendizaje y corpus',
  metCounts: (task, unit) =>
    `${task}: ${unit === 'notes' ? 'notas vistas' : 'oraciones vistas'} en otra parte, casi iguales (de ellas, palabra por palabra)`,
  metShare: (near, of, exact) => `${count(near)} de ${count(of)} (${count(exact)})`,
  foldColumn: 'Partición',
  testByTraining: 'De prueba, vistas en el aprendizaje',
  testByCorpora: 'De prueba, vistas en los corpus',
  trainingByCorpora: 'De aprendizaje, vistas en los corpus',
  mostAlike: (task, pairs) =>
    `${task}: los más parecidos de ${plural(pairs, { one: '# par', many: '# de pares', other: '# pares' })}`,
  example: 'Ejemplo',
  metIn: 'Visto en',
  metAt: 'Lugar',
  jaccard: 'Jaccard',
  containment: 'Parte contenida',

  comparisons: 'Comparaciones',
  comparisonTable: 'Comparaciones de modelos según la métrica principal de cada tarea',
  aAgainstB: 'A frente a B',
  against: 'frente a',
  effect: 'Efecto',
  verdict: 'Veredicto',
  tests: (exactUpTo, familySize) =>
    `W y p: prueba de los rangos con signo de Wilcoxon entre particiones (folds), bilateral, exacta${exactUpTo === null ? '' : ` hasta ${count(exactUpTo)} particiones`}. p (Holm): ajustada por ${familySize === 1 ? 'una comparación' : `las ${count(familySize)} comparaciones del plan`}. Efecto: correlación biserial de rangos para datos emparejados, de −1 (B siempre más alto) a 1 (A siempre más alto). p (t) e intervalo de A − B: prueba t con remuestreo corregida por conjuntos de entrenamiento solapados (Nadeau y Bengio, 2003). Las particiones comparten datos de entrenamiento, de modo que la prueba de Wilcoxon por sí sola encuentra diferencias con demasiada facilidad; un veredicto solo queda confirmado cuando ambas pruebas coinciden al nivel ${decimal(0.05)}.`,
  testsRepeated:
    'Donde los ejemplos de una tarea se dividieron varias veces, W y p son de la primera división; p (Holm) y el veredicto son de la prueba corregida sobre todas las particiones.',
  floorTooHigh: (foldCount, floor, level) =>
    `Con ${plural(foldCount, folds)} la menor p bilateral posible es ${p(floor)}, de modo que ninguna diferencia puede ser significativa al nivel ${decimal(level)}, por grande que sea.`,
  floor: (foldCount, floor) =>
    `Con ${plural(foldCount, folds)} la menor p bilateral posible es ${p(floor)}, que solo se alcanza cuando todas las particiones favorecen al mismo modelo.`,

  models: 'Modelos',
  modelTable: 'Los modelos y cómo se obtuvieron',
  parameters: 'Parámetros',
  lineage: 'Procedencia',

  corpora: 'Corpus de texto',
  corpusTable: 'Texto para el preentrenamiento, después de la limpieza',
  corpus: 'Corpus',
  source: 'Fuente',
  documents: 'Documentos',
  lines: 'Líneas',
  tokens: 'Tokens',
  removed: 'Eliminado',
  removedCount: (what, found) => {
    const forms = {
      'documents of the locked test set': {
        one: '# documento del conjunto de prueba bloqueado',
        many: '# de documentos del conjunto de prueba bloqueado',
        other: '# documentos del conjunto de prueba bloqueado',
      },
      'documents of its patients': {
        one: '# documento de sus pacientes',
        many: '# de documentos de sus pacientes',
        other: '# documentos de sus pacientes',
      },
      'documents like it': {
        one: '# documento parecido',
        many: '# de documentos parecidos',
        other: '# documentos parecidos',
      },
      'copied-forward paragraphs': {
        one: '# párrafo copiado de uno anterior',
        many: '# de párrafos copiados de anteriores',
        other: '# párrafos copiados de anteriores',
      },
      'near-duplicate documents': {
        one: '# documento casi duplicado',
        many: '# de documentos casi duplicados',
        other: '# documentos casi duplicados',
      },
      markup: {
        one: '# marca de formato',
        many: '# de marcas de formato',
        other: '# marcas de formato',
      },
      'special characters': {
        one: '# carácter especial',
        many: '# de caracteres especiales',
        other: '# caracteres especiales',
      },
      'empty lines': {
        one: '# línea vacía',
        many: '# de líneas vacías',
        other: '# líneas vacías',
      },
      'duplicate lines': {
        one: '# línea duplicada',
        many: '# de líneas duplicadas',
        other: '# líneas duplicadas',
      },
    };
    return plural(found, forms[what]);
  },
  fileCount: (files) =>
    plural(files, { one: '# archivo', many: '# de archivos', other: '# archivos' }),
  filesEmptied: (files, emptied) =>
    `${plural(files, { one: '# archivo', many: '# de archivos', other: '# archivos' })}, ${count(emptied)} de ellos sin que quedara nada`,

  vocabularies: 'Vocabularios',
  vocabularyTable: 'Cómo dividen los vocabularios los corpus',
  vocabulary: 'Vocabulario',
  words: 'Palabras',
  tokensPerWord: 'Tokens por palabra',
  unknownTokens: 'Tokens desconocidos',
  before: 'antes',
  vocabularyNote:
    'Tokens por palabra: 1 cuando el vocabulario conoce todas las palabras, más cuanto más fino divide. Una palabra es lo que está entre espacios en blanco. «Antes» es el vocabulario que se amplió, con el mismo texto.',
  tokenCount: (found) => plural(found, { one: '# token', many: '# de tokens', other: '# tokens' }),
  extendedBy: (added, tokens) => `ampliado en ${count(added)} hasta ${tokens}`,
  trainedBy: (algorithm, tokens) =>
    `${algorithm === 'wordpiece' ? 'WordPiece' : 'BPE a nivel de bytes'}, ${tokens}`,

  import: 'Importación',
  importTable: 'Lo que llamó la atención en los archivos y lo que se hizo',
  file: 'Archivo',
  rule: 'Regla',
  done: 'Resultado',
  count: 'Cantidad',
  action: (action) => ({ repaired: 'reparado', 'left-out': 'omitido', kept: 'conservado' })[action],

  runs: 'Ejecuciones',
  runTable: 'Todas las ejecuciones del estudio',
  run: 'Ejecución',
  state: 'Estado',
  startedUtc: 'Inicio (UTC)',
  took: 'Duración',
  configuration: 'Configuración',
  runState: (state) =>
    ({
      queued: 'en espera',
      running: 'en curso',
      stopping: 'deteniéndose',
      stopped: 'detenida',
      failed: 'fallida',
      finished: 'terminada',
    })[state],

  transfers: 'Transferencia',
  transfer: (source, target, metric) =>
    `aprendido de ${source}, evaluado en las particiones (folds) de ${target}, según ${metric}`,
  labelsLearned: (transfer) => `${transfer}: como qué se aprenden las etiquetas`,
  transferTable: (transfer) => `${transfer}: qué se aprendió y cómo rinde en el destino`,
  transferDifferences: (transfer, familySize) =>
    `${transfer}: diferencias; p (Holm) ajustada por ${familySize === 1 ? 'una comparación' : `las ${count(familySize)} comparaciones`} de todas las transferencias`,
  transferNote:
    'El origen se aprende una vez, de todas sus etiquetas; ningún ejemplo del destino eligió una época ni un ajuste. De varios sorteos de una partición, las comparaciones toman la media. La desviación y el rango de los sorteos son lo que el azar hace con el mismo número de ejemplos, con las particiones en las que se evalúan; «aparte de la partición» es la desviación de lo que los ejemplos añaden al modelo sin ellos en la misma partición.',
  learned: 'Aprendido',
  tested: 'Evaluado',
  mean: 'Media',
  deviation: 'Desviación',
  smallestToLargest: 'De menor a mayor',
  beyondFold: 'Desviación aparte de la partición',
  setting: (condition, shots) =>
    ({
      'target-only': 'solo el destino',
      'zero-shot': 'origen (zero-shot)',
      'few-shot': `origen + ${shots === null ? 'todos los ejemplos' : plural(shots, { one: '# ejemplo', many: '# de ejemplos', other: '# ejemplos' })}`,
      alone: `solo ${plural(shots ?? 0, { one: '# ejemplo', many: '# de ejemplos', other: '# ejemplos' })}`,
    })[condition],
  settable: 'un informe que se pueda componer como PDF',
  refusedByTypesetter: 'uno que el compositor rechaza',
  chooseOtherFormat: 'Elija otro formato y comunique esto como un fallo del programa.',
};
