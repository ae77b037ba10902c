import { createNumbers } from '../numbers.ts';
import type { MethodsWording } from './en.ts';

const { count, decimal } = createNumbers('es');

export const methods: MethodsWording = {
  title: 'Métodos',
  data: 'Datos',
  models: 'Modelos',
  tasks: 'Ajuste fino y evaluación',
  computing: 'Cálculo',
  statistics: 'Estadística',
  intro:
    'A partir de los registros de este estudio; lo que no consta se indica, y lo escribe una persona.',
  corpus: ({ name, source, documents, lines, tokens }) =>
    `El corpus «${name}» se leyó de ${source}; tras la limpieza, documentos: ${count(documents)}, líneas: ${count(lines)}, tokens: ${count(tokens)}.`,
  removed: (parts) => `La limpieza eliminó: ${parts.join(', ')}.`,
  nothingRemoved: 'La limpieza no eliminó nada.',
  taskData: (name, items) => `Tarea «${name}»: ${items}.`,
  read: (instant, hash) =>
    `Última lectura: ${instant}; SHA-256 de los datos y de cómo se leen: ${hash}…`,
  reading: 'Fecha de lectura y hash',
  setHash: (hash) => `SHA-256 del conjunto: ${hash}…`,
  lockedOut: ({ document, patient, text }) =>
    `Excluidos por los conjuntos bloqueados: ${count(document)} de los propios conjuntos, ${count(patient)} de sus pacientes, ${count(text)} con casi el mismo texto.`,
  lostLabels: (parts) => `Etiquetas excluidas en la importación: ${parts.join(', ')}.`,
  imported: ({ repaired, leftOut, kept }) =>
    `Importación: ${count(repaired)} casos reparados, ${count(leftOut)} excluidos, ${count(kept)} dejados como estaban.`,
  model: (name, steps) => `«${name}»: ${steps}.`,
  parameters: (parameters) => `Tiene ${count(parameters)} parámetros.`,
  pretrained: ({ epochs, batch, tokens, rate, masked }) =>
    `Preentrenamiento: épocas: como máximo ${count(epochs)}; ${count(batch)} filas por paso del optimizador, de ${count(tokens)} tokens como máximo, tasa de aprendizaje ${rate}, ${decimal(masked)} % de los tokens enmascarados.`,
  pretraining: 'Parámetros del preentrenamiento',
  fineTuned: ({ epochs, batch, rate, tokens }) =>
    `Épocas: como máximo ${count(epochs)}; lotes de ${count(batch)}, tasa de aprendizaje ${rate}, ${count(tokens)} tokens como máximo.`,
  settings: 'Parámetros del ajuste fino',
  repeats: (repeats, folds) =>
    `Los ejemplos se dividieron ${count(repeats)} veces, cada vez en ${count(folds)} particiones.`,
  baselines: (names) => `Modelos de referencia: ${names}.`,
  seed: (seed) => `Semilla de cada división y de todos los números aleatorios: ${seed}.`,
  seedMissing: 'Semilla',
  engine: (engine) => `Calculado con ${engine}.`,
  engineMissing: 'Motor de cálculo',
  machine: 'Procesador, memoria y sistema operativo',
  took: (runs, duration) => `Ejecuciones terminadas: ${count(runs)}; duraron en total ${duration}.`,
  tookMissing: 'Duración de las ejecuciones',
  energy: 'Energía',
  program: (version, hash) => `Informe de Anamnesis ${version}; SHA-256 del plan: ${hash}…`,
  runVersions: 'Versión con la que se hizo cada ejecución',
  wilcoxon:
    'Los modelos se compararon entre particiones con la prueba de rangos con signo de Wilcoxon, bilateral, y con la prueba t corregida por los datos de entrenamiento compartidos (Nadeau y Bengio, 2003).',
  correctedT:
    'Los modelos se compararon en todas las particiones con la prueba t corregida por los datos de entrenamiento compartidos (Nadeau y Bengio, 2003), porque los datos se dividieron varias veces.',
  holm: (size) => `p se ajustó por el método de Holm en una familia de ${count(size)}.`,
  equivalence:
    'Donde se indicó un margen, la equivalencia se comprobó con dos pruebas unilaterales, con el ajuste de Holm.',
  friedman: 'Tres o más modelos se ordenaron con la prueba de Friedman y los pares de Nemenyi.',
  bootstrap: ({ task, resamples, groups, method }) =>
    `Los intervalos de «${task}» provienen de ${count(resamples)} remuestreos bootstrap de ${count(groups)} pacientes, documentos o ejemplos sueltos (${method === 'bca' ? 'BCa' : 'percentiles'}).`,
  mcnemar:
    'Las predicciones de los mismos ejemplos se compararon con la prueba de McNemar, exacta y por grupos enteros.',
  calibration: 'La calibración se describió con la ordenada y la pendiente.',
  threshold: (task) => `Para «${task}» se eligió un umbral según la sensibilidad deseada.`,
  noTests: 'No se comparó ningún modelo con una prueba.',
};
