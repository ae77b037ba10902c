import { metricDescriptions } from '#core/evaluation/metrics/metric-names.ts';
import { significanceLevel } from '#core/evaluation/statistics/judge-comparison.ts';
import { smallestPossibleP } from '#core/evaluation/statistics/smallest-possible-p.ts';
import { largestExactPairCount } from '#core/evaluation/statistics/wilcoxon-signed-rank.ts';
import { formatFolds, formatDifference, formatP, formatScore } from '#core/base/format-number.ts';
import type { ReportWords } from '../report-words.ts';
import { describeFoldsDone, plannedFoldsOf, shortenVerdict } from '../describe-comparison.ts';
import type { StudyResults, TaskComparison } from '../study-results.ts';
import { html, type Html } from './html.ts';
import { renderTable, type Row } from './table.ts';

/** The table of comparisons, how they were made, and what they could never have shown. */
export function renderComparisons(results: StudyResults, words: ReportWords): Html | null {
  const { comparisons, tasks } = results;
  if (comparisons.length === 0) return null;
  const table = renderTable({
    caption: 'Comparisons of models by the primary metric of each task',
    columns: [
      { title: 'A against B' },
      { title: 'A − B (95 %)', numeric: true },
      { title: 'Effect', numeric: true },
      { title: 'W', numeric: true },
      { title: 'p', numeric: true },
      { title: 'p (Holm)', numeric: true },
      { title: 'p (t)', numeric: true },
      { title: 'Verdict' },
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
  const foldCounts = [...new Set(comparisons.map(({ result }) => result.foldCount))];
  return html`<section aria-labelledby="comparisons">
    <h2 id="comparisons">Comparisons</h2>
    ${table}
    <p class="muted">
      W and p: Wilcoxon’s signed-rank test over the folds, two-sided${exactness(comparisons)}. p
      (Holm): adjusted for
      ${familySize === 1 ? 'one comparison' : `the ${familySize} comparisons of the plan`}. Effect:
      matched-pairs rank-biserial correlation, from −1 (B always higher) to 1 (A always higher). p
      (t) and the interval of A − B: resampled t-test corrected for overlapping training sets
      (Nadeau and Bengio, 2003). Folds share training data, so Wilcoxon’s test alone finds
      differences too easily; a verdict is confirmed only where both tests agree at 0.05.
    </p>
    ${foldCounts.map((count) => html`<p class="muted">${describeFloor(count)}</p>`)}
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
  const { displayName } = metricDescriptions[metric];
  const range =
    interval === null
      ? null
      : html`<div class="under">
          ${formatDifference(interval.lower)} to ${formatDifference(interval.upper)}
        </div>`;
  return {
    cells: [
      html`${modelA} <span class="spread">against</span> ${modelB}
        <div class="under">
          <a href="#task-${place}">${task}</a>, ${displayName},
          ${words.render(describeFoldsDone(comparison, plannedFolds))}
        </div>`,
      html`${formatDifference(result.meanDifference)}${range}`,
      formatScore(result.effectSize, 2),
      String(result.wilcoxon.statistic),
      formatP(result.wilcoxon.p),
      formatP(result.pHolm),
      formatP(result.correctedT.p),
      words.render(shortenVerdict(comparison, plannedFolds)),
    ],
  };
}

function exactness(comparisons: readonly TaskComparison[]): string {
  const exact = comparisons.every(({ result }) => result.wilcoxon.method === 'exact');
  return exact ? ', exact' : `, exact up to ${largestExactPairCount} folds`;
}

function describeFloor(foldCount: number): string {
  const floor = smallestPossibleP(foldCount);
  const consequence =
    floor > significanceLevel
      ? `, so no difference can be significant at ${significanceLevel}, however large it is`
      : ', reached only when every fold favours the same model';
  return `With ${formatFolds(foldCount)} the smallest two-sided p that can occur is ${formatP(floor)}${consequence}.`;
}
