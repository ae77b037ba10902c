import { isolate } from '#window/format/isolate.ts';
import type { AcrossMessages } from './messages.ts';

export const across: AcrossMessages = {
  title: 'La misma tarea en otros estudios',
  sameFiles: 'Los mismos archivos, leídos de la misma manera.',
  sameSet: (set, version) => `El conjunto etiquetado ${isolate(set)}, versión ${version}.`,
  compared: 'Comparar',
  none: 'Ningún otro estudio de este espacio de trabajo tiene esta tarea',
  noneWhy:
    'Los estudios aparecen juntos aquí cuando una tarea se leyó de la misma versión de un conjunto etiquetado, o de los mismos archivos, con las mismas etiquetas.',
  thisStudy: 'Este estudio',
  study: 'Estudio',
  openStudy: 'Abrir el estudio',
  pictureTitle: (metric) => `${metric} en todos estos estudios`,
  pictureMeaning:
    'Los puntos son particiones, la línea vertical es su media, la barra gris su intervalo del 95 %.',
  pictureLabel: (metric, rows) => `${metric} de ${rows} modelos, partición por partición`,
  unpaired: {
    'other-fold-count': (own, other) =>
      `No se comparan partición por partición: este estudio tiene ${own} particiones, aquel ${other}.`,
    'other-folds': () =>
      'No se comparan partición por partición: ambos tienen las mismas particiones en número, pero con otros ejemplos, por otra semilla u otros grupos.',
    'folds-not-kept': () =>
      'No se comparan partición por partición: una versión anterior del programa no guardó los ejemplos de sus particiones, de modo que nadie puede saber si son las mismas.',
    'no-shared-fold': () =>
      'No se comparan partición por partición: ninguna ha terminado en ambos estudios.',
  },
  byNoteInstead: 'Cada nota se probó una vez en ambos: se comparan nota por nota en su lugar.',
  onlyMeans: 'Pueden mirarse las medias y sus intervalos; no distinguen entre modelos.',
  comparedWith: (model, study) => `${model} comparado con los modelos de ${study}`,
  comparedAgainst: (model) => `${model} frente a`,
  byFoldMeans:
    'Las particiones son las mismas en ambos estudios, de modo que las diferencias son de pares, con las pruebas de la vista general; el candidato es el modelo de este estudio. La corrección de Holm abarca todas las comparaciones por partición de esta página.',
  notes: 'Notas',
  onlyThis: 'Solo este acierta',
  onlyOther: 'Solo aquel acierta',
  accuracyDifference: 'Diferencia de exactitud, intervalo del 95 %',
  mcNemar: 'p, McNemar',
  byNoteMeans:
    'Exacta, bilateral, con las notas de un paciente juntas; sin corregir por varias comparaciones. Es de estos modelos entrenados: otras particiones habrían dado otros.',
  unlikeTitle: 'No comparable, aunque lo parezca',
  taskOfStudy: (task, study) => `${task} en ${study}`,
  otherVersion: (other, own) =>
    `Otra versión del conjunto etiquetado: ${other}, aquí ${own}. Otras notas dan otras cifras.`,
  unlike: {
    'other-kind': 'Una tiene clases de notas, la otra entidades.',
    'not-read': 'Uno de los dos estudios aún no ha leído sus datos.',
    'other-set-version': 'Otra versión del conjunto etiquetado.',
    'read-otherwise':
      'El mismo conjunto o los mismos archivos, leídos de otra manera: otras etiquetas, tipos, columnas, archivos cambiados u otros conjuntos bloqueados.',
    'other-data': 'El mismo nombre, pero otros datos.',
    'no-finished-fold': 'Los mismos datos, pero allí no ha terminado ninguna partición.',
  },
};
