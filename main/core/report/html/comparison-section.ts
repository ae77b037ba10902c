import { significanceLevel } from '#core/evaluation/statistics/judge-comparison.ts';
import { smallestPossibleP } from '#core/evaluation/statistics/smallest-possible-p.ts';
import { largestExactPairCount } from '#core/evaluation/statistics/wilcoxon-signed-rank.ts';
import type { ReportWords } from '../report-words.ts';
import { describeFoldsDone, plannedFoldsOf, shortenVerdict } from '../describe-comparison.ts';
import type { StudyResults, TaskComparison } from '../study-results.ts';
import { tabulateComparisons } from '../judgement-tables.ts';
import { html, type Html } from './html.ts';
import { renderTable, type Row } from './table.ts';
import { renderWorded } from './worded-table.ts';

/** The table of comparisons, how they were made, and what they could never have shown. */
export function renderComparisons(results: StudyResults, words: ReportWords): Html | null {
  const { comparisons, tasks } = results;
  const { report } = words;
  const others = tabulateComparisons(results, words).map(renderWorded);
  if (comparisons.length === 0 && others.length === 0) return null;
  if (comparisons.length === 0) {
    return html`<section aria-labelledby="comparisons">
      <h2 id="comparisons">${report.comparisons}</h2>
      ${others}
    </section>`;
  }
  const table = renderTable({
    caption: report.comparisonTable,
    columns: [
      { title: report.aAgainstB },
      { title: 'A − B (95 %)', numeric: true },
      { title: report.effect, numeric: true },
      { title: 'W', numeric: true },
      { title: 'p', numeric: true },
      { title: 'p (Holm)', numeric: true },
      { title: 'p (t)', numeric: true },
      { title: report.verdict },
    ],
    rows: comparisons.map((comparison) =>
      renderRow(comparison, {
        words,
        place: 1 + tasks.findIndex(({ name }) => name === comparison.task),
        plannedFolds: plannedFoldsOf(results, comparison.task),
      }),
    ),
  });
  const { familySize } = comparisons[0].result;
  const hasRepeats = comparisons.some(({ result }) => result.decidedBy === 'corrected-t');
  const foldCounts = [
    ...new Set(
      comparisons.flatMap(({ result }) =>
        result.decidedBy === 'wilcoxon' ? [result.foldCount] : [],
      ),
    ),
  ];
  return html`<section aria-labelledby="comparisons">
    <h2 id="comparisons">${report.comparisons}</h2>
    ${table}
    <p class="muted">${report.tests(exactUpTo(comparisons), familySize)}</p>
    ${hasRepeats ? html`<p class="muted">${report.testsRepeated}</p>` : null}
    ${foldCounts.map((count) => html`<p class="muted">${describeFloor(count, words)}</p>`)}
    ${others}
  </section>`;
}

function renderRow(
  comparison: TaskComparison,
  {
    words,
    place,
    plannedFolds,
  }: { readonly words: ReportWords; readonly place: number; readonly plannedFolds: number },
): Row {
  const { task, metric, modelA, modelB, result } = comparison;
  const { interval } = result;
  const { report, numbers } = words;
  const range =
    interval === null
      ? null
      : html`<div class="under">
          ${report.range(numbers.difference(interval.lower), numbers.difference(interval.upper))}
        </div>`;
  return {
    cells: [
      html`${modelA} <span class="spread">${report.against}</span> ${modelB}
        <div class="under">
          <a href="#task-${place}">${task}</a>, ${words.nameOf(metric)},
          ${words.render(describeFoldsDone(comparison, plannedFolds))}
        </div>`,
      html`${numbers.difference(result.meanDifference)}${range}`,
      numbers.score(result.effectSize, 2),
      numbers.decimal(result.wilcoxon.statistic),
      numbers.p(result.wilcoxon.p),
      numbers.p(result.pHolm),
      numbers.p(result.correctedT.p),
      words.render(shortenVerdict(comparison, plannedFolds)),
    ],
  };
}

/** Up to how many folds p was exact; null where all of it was. */
function exactUpTo(comparisons: readonly TaskComparison[]): number | null {
  const exact = comparisons.every(({ result }) => result.wilcoxon.method === 'exact');
  return exact ? null : largestExactPairCount;
}

function describeFloor(foldCount: number, { report }: ReportWords): string {
  const floor = smallestPossibleP(foldCount);
  return floor > significanceLevel
    ? report.floorTooHigh(foldCount, floor, significanceLevel)
    : report.floor(foldCount, floor);
}
