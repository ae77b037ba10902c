import type { TerminalReportWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { count } = createNumbers('nl');
const plural = createPlural('nl');

export const terminalReport: TerminalReportWording = {
  task: (task, items, folds) =>
    `${task}: ${items}, ${plural(folds, { one: '# fold', other: '# folds' })}; gemiddelde over de folds${folds > 1 ? ', ± de helft van het 95%-interval' : ''}`,
  taskColumn: 'Taak',
  smallestP: 'Kleinste p',
  comparisons: 'Vergelijkingen op de hoofdmaat',
  tests:
    'Rangtekentoets van Wilcoxon over de folds, gecorrigeerd volgens Holm; p (t): gecorrigeerd voor\noverlappende trainingssets volgens Nadeau en Bengio.',
  met: 'Elders tegengekomen, bijna gelijk (woord voor woord), over alle folds',
  metCount: (near, exact, of) => `${count(near)} (${count(exact)}) van ${count(of)}`,
  testByTraining: 'Getest, in training',
  testByCorpora: 'Getest, in corpora',
  trainingByCorpora: 'Geleerd, in corpora',
  tokensPerWord: 'Tokens/woord',
  unknown: 'Onbekend',
  importProblems: (found) =>
    `Import: ${plural(found, { one: '# probleem', other: '# problemen' })} hersteld, weggelaten of behouden; zie import-problems.csv.`,
  wrote: (file) => `geschreven: ${file}`,
};
