import type { TerminalReportWording } from './en.ts';
import { createNumbers } from '../numbers.ts';
import { createPlural } from '../plural.ts';

const { count } = createNumbers('ro');
const plural = createPlural('ro');

export const terminalReport: TerminalReportWording = {
  task: (task, items, folds) =>
    `${task}: ${items}, ${plural(folds, { one: '# fold', few: '# folduri', other: '# de folduri' })}; media pe folduri${folds > 1 ? ', ± jumătate din intervalul de 95 %' : ''}`,
  taskColumn: 'Sarcină',
  smallestP: 'Cel mai mic p',
  comparisons: 'Comparații după metrica principală',
  tests:
    'Testul rangurilor cu semn al lui Wilcoxon pe folduri, ajustat după Holm; p (t): corectat pentru\nseturi de antrenare suprapuse, după Nadeau și Bengio.',
  met: 'Întâlnite în altă parte, aproape identice (cuvânt cu cuvânt), pe toate foldurile',
  metCount: (near, exact, of) => `${count(near)} (${count(exact)}) din ${count(of)}`,
  testByTraining: 'Testate, la învățare',
  testByCorpora: 'Testate, în corpusuri',
  trainingByCorpora: 'Învățate, în corpusuri',
  tokensPerWord: 'Tokeni/cuvânt',
  unknown: 'Necunoscuți',
  importProblems: (found) =>
    `Import: ${plural(found, { one: '# problemă corectată, omisă sau păstrată', few: '# probleme corectate, omise sau păstrate', other: '# de probleme corectate, omise sau păstrate' })}; vedeți import-problems.csv.`,
  wrote: (file) => `scris: ${file}`,
};
