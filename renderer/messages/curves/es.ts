import { createPlural } from '#contract/language.ts';
import type { CurvesMessages } from './messages.ts';

const plural = createPlural('es');

export const curves: CurvesMessages = {
  title: 'Probabilidades de una clase',
  pooled: (folds) =>
    plural(folds, {
      one: 'Cada nota fue juzgada por un modelo que no había aprendido de ella: # partición.',
      many: 'Cada nota fue juzgada por un modelo que no había aprendido de ella: # de particiones juntas, cada una con un modelo propio, cuyas escalas pueden diferir un poco. Elija una partición para verla sola.',
      other:
        'Cada nota fue juzgada por un modelo que no había aprendido de ella: # particiones juntas, cada una con un modelo propio, cuyas escalas pueden diferir un poco. Elija una partición para verla sola.',
    }),
  ofOneFold: 'Las notas de una partición, juzgadas por su propio modelo.',
  ofClass: 'Clase',
  ofFold: 'Partición',
  allFolds: 'Todas juntas',
  calibrated: 'Calibradas',
  model: 'Modelo',
  notes: 'Notas',
  positives: 'De la clase',
  interval: 'Intervalo del 95 %',
  figuresOf: (label) => `Cifras de las probabilidades de ${label}; elija qué modelos se dibujan`,
  within: (lower, upper) => `[${lower}; ${upper}]`,
  fromTo: (lower, upper) => `de ${lower} a ${upper}`,
  withoutScores: (models) => `Sin dibujar, porque no se guardaron puntuaciones: ${models}.`,
  noScores: 'No hay puntuaciones guardadas de cada nota',
  noScoresWhy:
    'Llegan con cada partición que termina. Las particiones que calculó una versión anterior del programa no las tienen.',
  figures: {
    auroc: {
      name: 'AUROC',
      meaning:
        'Con qué frecuencia una nota de la clase recibe una probabilidad mayor que otra nota: 1 es perfecto, 0,5 es azar.',
    },
    'average-precision': {
      name: 'Precisión media',
      meaning:
        'Área bajo los escalones de precisión según exhaustividad; el azar da la proporción de la clase entre las notas.',
    },
    brier: {
      name: 'Brier',
      meaning: 'Distancia cuadrática media entre probabilidad y verdad: 0 es perfecto.',
    },
    'log-loss': {
      name: 'Pérdida logarítmica',
      meaning:
        'Sorpresa media ante la verdad: 0 es perfecto; lo que más cuesta es estar seguro y equivocarse.',
    },
    ece: {
      name: 'ECE',
      meaning:
        'Distancia media entre la proporción predicha y la observada en grupos con igual número de notas: 0 es perfecto.',
    },
    'calibration-intercept': {
      name: 'Intercepto',
      meaning:
        'Calibración global: por debajo de 0 las probabilidades son demasiado altas; por encima, demasiado bajas.',
    },
    'calibration-slope': {
      name: 'Pendiente',
      meaning:
        'Por debajo de 1 las probabilidades son demasiado extremas; por encima, demasiado tímidas.',
    },
  },
  charts: {
    roc: {
      title: 'ROC',
      meaning:
        'Cuánto de la clase se encuentra, según cuántas de las demás notas alertan en vano. La línea de puntos es el azar.',
    },
    precisionRecall: {
      title: 'Precisión y exhaustividad',
      meaning:
        'Cuántas alertas son correctas, según cuánto de la clase se encuentra. Depende de lo frecuente que es la clase aquí; la línea de puntos es el azar.',
    },
    calibration: {
      title: 'Calibración',
      meaning:
        'Si de las notas con un 70 % alrededor del 70 % son de la clase. Los grupos tienen igual número de notas; las barras son intervalos del 95 %; sobre la línea de puntos las probabilidades son correctas.',
    },
    decision: {
      title: 'Curva de decisión',
      meaning:
        'Lo que vale por nota actuar según el modelo, si se actuara a partir de la probabilidad del eje. Ayuda donde está por encima de actuar en todas y en ninguna. Siempre con probabilidades calibradas.',
    },
  },
  pictureOf: (chart, label, models) => `${chart} de ${label} para ${models}`,
  falsePositiveRate: 'Proporción de falsos positivos',
  sensitivity: 'Sensibilidad',
  sensitivityOrRecall: 'Exhaustividad (sensibilidad)',
  precision: 'Precisión',
  predicted: 'Probabilidad predicha',
  observed: 'Proporción observada',
  thresholdProbability: 'Probabilidad umbral',
  netBenefit: 'Beneficio neto',
  chance: 'Azar',
  perfect: 'Correcta',
  actOnAll: 'Actuar en todas',
  actOnNone: 'Actuar en ninguna',
};
