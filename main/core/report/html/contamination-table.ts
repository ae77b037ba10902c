import type { Contamination, MetCount } from '#core/domain/contamination.ts';
import { formatCount, formatScore } from '#core/base/format-number.ts';
import { html, type Html } from './html.ts';
import { renderTable } from './table.ts';

/** More are in contamination.csv. */
const shownPairs = 20;

/** What tested and learned examples of each fold were met as, and the pairs that show it. */
export function renderContamination(
  task: string,
  { unit, folds, pairs, pairCount }: Contamination,
): Html {
  const share = ({ of, near, exact }: MetCount) =>
    near === 0 ? '0' : `${formatCount(near)} of ${formatCount(of)} (${formatCount(exact)})`;
  const counts = renderTable({
    caption: `${task}: ${unit} that were met elsewhere, nearly the same (of these word for word)`,
    columns: [
      { title: 'Fold' },
      { title: 'Tested, met in training', numeric: true },
      { title: 'Tested, met in corpora', numeric: true },
      { title: 'Learned, met in corpora', numeric: true },
    ],
    rows: folds.map(({ fold, testByTraining, testByCorpora, trainingByCorpora }) => ({
      cells: [
        String(fold + 1),
        share(testByTraining),
        share(testByCorpora),
        share(trainingByCorpora),
      ],
    })),
  });
  const list = renderTable({
    caption: `${task}: the most alike of ${formatCount(pairCount)} pairs`,
    columns: [
      { title: 'Example' },
      { title: 'Met in' },
      { title: 'At' },
      { title: 'Jaccard', numeric: true },
      { title: 'Containment', numeric: true },
    ],
    rows: pairs.slice(0, shownPairs).map(({ first, second, jaccard, containment }) => ({
      cells: [
        first.place,
        second.source,
        second.place,
        formatScore(jaccard),
        formatScore(containment),
      ],
    })),
  });
  return html`<details>
    <summary>Met elsewhere: training and corpora</summary>
    ${counts} ${pairs.length === 0 ? null : list}
  </details>`;
}
