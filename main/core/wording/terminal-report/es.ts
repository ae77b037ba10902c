import type { TerminalReportWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { count } = createNumbers('es');
const plural = createPlural('es');

export const terminalReport: TerminalReportWording = {
  task: (task, items, folds) =>
    `${task}: ${items}, ${plural(folds, { one: '# partición (fold)', many: '# de particiones (folds)', other: '# particiones (folds)' })}; media entre particiones${folds > 1 ? ', ± la mitad del intervalo del 95 %' : ''}`,
  taskColumn: 'Tarea',
  smallestP: 'p mínima',
  comparisons: 'Comparaciones según la métrica principal',
  tests:
    'Prueba de los rangos con signo de Wilcoxon entre particiones, ajustada según Holm; p (t): corregida\npor conjuntos de entrenamiento solapados según Nadeau y Bengio.',
  met: 'Vistos en otra parte, casi iguales (palabra por palabra), en todas las particiones',
  metCount: (near, exact, of) => `${count(near)} (${count(exact)}) de ${count(of)}`,
  testByTraining: 'De prueba, en el aprendizaje',
  testByCorpora: 'De prueba, en los corpus',
  trainingByCorpora: 'De aprendizaje, en los corpus',
  tokensPerWord: 'Tokens/palabra',
  unknown: 'Desconocidos',
  importProblems: (found) =>
    `Importación: ${plural(found, { one: '# problema reparado, omitido o conservado', many: '# de problemas reparados, omitidos o conservados', other: '# problemas reparados, omitidos o conservados' })}; véase import-problems.csv.`,
  wrote: (file) => `escrito: ${file}`,
};
