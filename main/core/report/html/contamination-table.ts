import type { Contamination, MetCount } from '#core/domain/contamination.ts';
import type { ReportWords } from '../report-words.ts';
import { html, type Html } from './html.ts';
import { renderTable } from './table.ts';

/** More are in contamination.csv. */
const shownPairs = 20;

/** What tested and learned examples of each fold were met as, and the pairs that show it. */
export function renderContamination(
  task: string,
  { unit, folds, pairs, pairCount }: Contamination,
  { report, numbers }: ReportWords,
): Html {
  const share = ({ of, near, exact }: MetCount) =>
    near === 0 ? '0' : report.metShare(near, of, exact);
  const counts = renderTable({
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
  });
  const list = renderTable({
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
  });
  return html`<details>
    <summary>${report.metElsewhere}</summary>
    ${counts} ${pairs.length === 0 ? null : list}
  </details>`;
}
