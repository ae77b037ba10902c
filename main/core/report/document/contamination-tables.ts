import type { Contamination, MetCount } from '#core/domain/contamination.ts';
import type { ReportWords } from '../report-words.ts';
import type { Details, ReportTable } from './report-document.ts';

/** More are in contamination.csv. */
const shownPairs = 20;

/** What tested and learned examples of each fold were met as, and the pairs that show it. */
export function tabulateContamination(
  task: string,
  contamination: Contamination,
  words: ReportWords,
): Details {
  return {
    kind: 'details',
    title: words.report.metElsewhere,
    blocks: [
      tabulateCounts(task, contamination, words),
      ...(contamination.pairs.length === 0 ? [] : [tabulatePairs(task, contamination, words)]),
    ],
  };
}

function tabulateCounts(
  task: string,
  { unit, folds }: Contamination,
  { report, numbers }: ReportWords,
): ReportTable {
  const share = ({ of, near, exact }: MetCount) =>
    near === 0 ? '0' : report.metShare(near, of, exact);
  return {
    kind: 'table',
    caption: report.metCounts(task, unit),
    columns: [
      { title: report.foldColumn },
      { title: report.testByTraining, numeric: true },
      { title: report.testByCorpora, numeric: true },
      { title: report.trainingByCorpora, numeric: true },
    ],
    rows: folds.map(({ fold, testByTraining, testByCorpora, trainingByCorpora }) => ({
      cells: [
        numbers.count(fold + 1),
        share(testByTraining),
        share(testByCorpora),
        share(trainingByCorpora),
      ],
    })),
    notes: [],
  };
}

function tabulatePairs(
  task: string,
  { pairs, pairCount }: Contamination,
  { report, numbers }: ReportWords,
): ReportTable {
  return {
    kind: 'table',
    caption: report.mostAlike(task, pairCount),
    columns: [
      { title: report.example },
      { title: report.metIn },
      { title: report.metAt },
      { title: report.jaccard, numeric: true },
      { title: report.containment, numeric: true },
    ],
    rows: pairs.slice(0, shownPairs).map(({ first, second, jaccard, containment }) => ({
      cells: [
        first.place,
        second.source,
        second.place,
        numbers.score(jaccard),
        numbers.score(containment),
      ],
    })),
    notes: [],
  };
}
