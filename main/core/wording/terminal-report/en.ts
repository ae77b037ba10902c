import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { count } = createNumbers('en');
const plural = createPlural('en');

/** What the terminal says of the results of a study, beside what `report.html` says too. */
export const terminalReport = {
  task: (task: string, items: string, folds: number) =>
    `${task}: ${items}, ${plural(folds, { one: '# fold', other: '# folds' })}; mean over folds${folds > 1 ? ', ± half the 95 % interval' : ''}`,
  taskColumn: 'Task',
  smallestP: 'Smallest p',
  comparisons: 'Comparisons by the primary metric',
  tests:
    'Wilcoxon’s signed-rank test over folds, adjusted after Holm; p (t): corrected for overlapping\ntraining sets after Nadeau and Bengio.',
  met: 'Met elsewhere, nearly the same (word for word), over all folds',
  metCount: (near: number, exact: number, of: number) =>
    `${count(near)} (${count(exact)}) of ${count(of)}`,
  testByTraining: 'Tested, in training',
  testByCorpora: 'Tested, in corpora',
  trainingByCorpora: 'Learned, in corpora',
  tokensPerWord: 'Tokens/word',
  unknown: 'Unknown',
  importProblems: (found: number) =>
    `Import: ${plural(found, { one: '# problem', other: '# problems' })} repaired, left out or kept; see import-problems.csv.`,
  wrote: (file: string) => `wrote ${file}`,
};

export type TerminalReportWording = typeof terminalReport;
