import { createPlural } from '#contract/language.ts';
import type { ResultsMessages } from './messages.ts';

const plural = createPlural('es');

export const results: ResultsMessages = {
  metrics: {
    mcc: {
      name: 'MCC',
      meaning:
        'Correlación de Matthews entre verdad y predicción, para dos clases o más: 1 es perfecto, 0 no es mejor que el azar, o una sola clase para todo.',
    },
    accuracy: {
      name: 'Exactitud',
      meaning: 'Proporción de ejemplos que recibieron la clase correcta.',
    },
    'subset-accuracy': {
      name: 'Exactitud del conjunto',
      meaning:
        'Proporción de notas que recibieron exactamente las etiquetas correctas, sin sobrar ni faltar ninguna.',
    },
    'hamming-loss': {
      name: 'Pérdida de Hamming',
      meaning:
        'Proporción de todas las respuestas, una por nota y etiqueta, que son erróneas: más bajo es mejor.',
    },
    'f1-micro': {
      name: 'F1 (micro)',
      meaning:
        'F1 a partir de los recuentos sumados de todos los tipos: cada entidad o ejemplo pesa lo mismo.',
    },
    'f1-macro': {
      name: 'F1 (macro)',
      meaning:
        'Media simple del F1 de cada clase o tipo: uno raro pesa tanto como uno frecuente. Una clase que falta en la partición cuenta como 0; un tipo de entidad solo donde es verdadero o se predice.',
    },
    'f1-weighted': {
      name: 'F1 (ponderado)',
      meaning:
        'Media del F1 de cada tipo, ponderada por la frecuencia con que el tipo aparece realmente.',
    },
    'precision-micro': {
      name: 'Precisión (micro)',
      meaning: 'Proporción de todo lo encontrado que es correcta.',
    },
    'precision-macro': {
      name: 'Precisión (macro)',
      meaning: 'Media simple de la precisión de cada clase o tipo que cuenta F1 (macro).',
    },
    'precision-weighted': {
      name: 'Precisión (ponderada)',
      meaning:
        'Media de la precisión de cada tipo, ponderada por la frecuencia con que el tipo aparece realmente.',
    },
    'recall-micro': {
      name: 'Exhaustividad (micro)',
      meaning: 'Proporción de todo lo que había que encontrar que se encontró.',
    },
    'recall-macro': {
      name: 'Exhaustividad (macro)',
      meaning: 'Media simple de la exhaustividad de cada clase o tipo que cuenta F1 (macro).',
    },
    'recall-weighted': {
      name: 'Exhaustividad (ponderada)',
      meaning:
        'Media de la exhaustividad de cada tipo, ponderada por la frecuencia con que el tipo aparece realmente.',
    },
    precision: {
      name: 'Precisión',
      meaning: 'Proporción de lo que recibió este tipo que realmente lo tiene.',
    },
    recall: {
      name: 'Exhaustividad',
      meaning: 'Proporción de lo que realmente tiene este tipo que lo recibió.',
    },
    f1: {
      name: 'F1',
      meaning: 'Media armónica de la precisión y la exhaustividad de este tipo.',
    },
    support: {
      name: 'Frecuencia',
      meaning: 'Cuántas veces aparece realmente el tipo en la partición de prueba.',
    },
  },
  verdicts: {
    'candidate-better': 'Candidato mejor',
    'baseline-better': 'Referencia mejor',
    'candidate-better-unconfirmed': 'Candidato mejor, sin confirmar',
    'baseline-better-unconfirmed': 'Referencia mejor, sin confirmar',
    undecided: 'Sin diferencia demostrada',
    'too-few-folds': 'Demasiado pocas particiones',
    incomplete: 'Sin terminar',
  },
  comparisons: (count, verdicts) =>
    plural(count, {
      one: `# comparación: ${verdicts}`,
      many: `# de comparaciones: ${verdicts}`,
      other: `# comparaciones: ${verdicts}`,
    }),
  readInWords: 'Leerlas en palabras',
  parts: {
    overview: 'Vista general',
    curves: 'Curvas',
    threshold: 'Umbral',
    errors: 'Errores',
    learning: 'Aprendizaje',
    across: 'Otros estudios',
  },
  partsOf: (task) => `Partes de los resultados de ${task}`,
  allTasks: 'Todas las tareas',
  noSuchTask: 'Este estudio no tiene resultados de tal tarea',
  noFold: 'Aún no ha terminado ninguna partición',
  figuresAppear:
    'Las cifras aparecen aquí en cuanto termina la primera partición de la primera tarea. Una comparación necesita todas las particiones de ambos modelos.',
  differentFolds:
    'Los modelos han terminado particiones distintas, y algunas particiones son más difíciles que otras: estas medias aún no se pueden comparar. Las comparaciones solo consideran las particiones que ambos modelos han terminado.',
  met: {
    title: 'Vistos en otra parte',
    meaning:
      'Ejemplos casi iguales a otros: los de prueba a algunos de los que aprende la partición, y los de prueba o de aprendizaje a pasajes de los corpus; entre paréntesis los que tienen las mismas palabras. Donde se vieron los de prueba, las cifras son mejores de lo que serían con texto nuevo. contamination.csv, bajo el informe, enumera los pares.',
    pairs: (count) => plural(count, { one: '# par', many: '# de pares', other: '# pares' }),
    table: (task) => `Vistos en otra parte: ${task}`,
    fold: 'Partición',
    testByTraining: 'De prueba, vistos en el aprendizaje',
    testByCorpora: 'De prueba, vistos en los corpus',
    trainingByCorpora: 'De aprendizaje, vistos en los corpus',
    count: (near, of, exact) => `${near} de ${of} (${exact})`,
  },
  transfer: {
    note: (source, target, metric) =>
      `aprendido de ${source}, evaluado en las particiones (folds) de ${target}, según ${metric}`,
    learnedAs: 'Las etiquetas se aprenden como:',
    settingsOf: (transfer) => `Qué se aprendió para ${transfer} y cómo rinde`,
    differencesOf: (transfer) => `Diferencias de ${transfer}`,
    learned: 'Aprendido',
    tested: 'Evaluado',
    deviation: 'Desviación',
    range: 'Menor, mayor',
    setting: (condition, shots) =>
      ({
        'target-only': 'solo el destino',
        'zero-shot': 'origen (zero-shot)',
        'few-shot': `origen + ${shots === null ? 'todos los ejemplos' : `${shots} ejemplos`}`,
        alone: `solo ${shots ?? ''} ejemplos`,
      })[condition],
    side: (model, setting) => `${model}, ${setting}`,
    howToRead:
      'El origen se aprende una vez, de todas sus etiquetas, con épocas fijas: ningún ejemplo del destino eligió nada. La desviación y el rango son entre particiones o, con pocos ejemplos, entre sorteos, que son los mismos para cada modelo; de varios sorteos de una partición las diferencias toman la media. p se ajusta por las comparaciones de todas las transferencias.',
  },
  inEachFold: (metric) => `${metric} en cada partición`,
  comparisonsBy: (metric) => `Comparaciones según ${metric}`,
  comparisonsOn: (task) => `Comparaciones en ${task}`,
  report: 'Informe',
  model: 'Modelo',
  mean: 'Media',
  foldNumber: (fold) => `Partición ${fold}`,
  folds: 'Particiones',
  foldsOf: (finished, all) => `${finished} de ${all}`,
  metricsOf: (task) =>
    `Métricas de ${task}: media entre particiones, ± la mitad de su intervalo del 95 %. Elija una métrica para verla en el gráfico.`,
  metric: 'Métrica',
  each: {
    classification: {
      title: 'Por clase',
      column: 'Clase',
      table: (metric, task) => `${metric} de cada clase de ${task}`,
    },
    'multi-label': {
      title: 'Por etiqueta',
      column: 'Etiqueta',
      table: (metric, task) => `${metric} de cada etiqueta de ${task}`,
    },
    'entity-recognition': {
      title: 'Por tipo',
      column: 'Tipo',
      table: (metric, task) => `${metric} de cada tipo de ${task}`,
    },
  },
  meanAndInterval: 'media entre particiones ± la mitad de su intervalo del 95 %',
  candidateAgainstBaseline: 'Candidato frente a referencia',
  against: (candidate, baseline) => `${candidate} frente a ${baseline}`,
  verdict: 'Veredicto',
  difference: 'Diferencia, intervalo del 95 %',
  interval: (lower, upper) => `[${lower}; ${upper}]`,
  pHolm: 'p, Holm',
  pCorrected: 'p, t corregida',
  smallestP: 'p mínima',
  testsUsed: {
    exact: 'p: prueba de los rangos con signo de Wilcoxon, bilateral, exacta.',
    approximate: 'p: prueba de los rangos con signo de Wilcoxon, bilateral, aproximada.',
  },
  adjustedOverPlan: 'p, Holm: ajustada para todas las comparaciones del plan.',
  decidedByCorrected:
    'Los ejemplos se dividieron varias veces: p es de la primera división; p, Holm y el veredicto son de la prueba corregida sobre todas las particiones.',
  floor: (folds, smallestP) =>
    plural(folds, {
      one: `Con # partición ningún resultado, por claro que sea, da una p inferior a ${smallestP}.`,
      many: `Con # de particiones ningún resultado, por claro que sea, da una p inferior a ${smallestP}.`,
      other: `Con # particiones ningún resultado, por claro que sea, da una p inferior a ${smallestP}.`,
    }),
  sharedExamples:
    'Las particiones comparten ejemplos de entrenamiento; el intervalo y la prueba t corregida (Nadeau y Bengio) lo tienen en cuenta. Una diferencia solo se confirma donde ambas pruebas coinciden.',
  plot: 'Particiones como puntos, una línea vertical como su media, una barra como su intervalo del 95 %; una línea une la misma partición de dos modelos',
  point: ({ model, fold, metric, value }) =>
    `${model}, partición ${fold}: ${metric} ${value}. Abrir el paso`,
  pointHint: (model, fold, value) => `${model}, partición ${fold}: ${value}`,
  howToRead:
    'Los puntos son particiones, la línea vertical su media y la barra gris su intervalo del 95 % (±), que no distingue modelos: para eso están las comparaciones. Las líneas finas unen la misma partición de dos modelos. Elija un punto para abrir su paso; las teclas de flecha llevan de un punto a otro.',
};
