import { significanceLevel } from '#core/evaluation/statistics/judge-comparison.ts';
import { smallestPossibleP } from '#core/evaluation/statistics/smallest-possible-p.ts';
import { largestExactPairCount } from '#core/evaluation/statistics/wilcoxon-signed-rank.ts';
import type { ReportWords } from '../report-words.ts';
import { describeFoldsDone, plannedFoldsOf, shortenVerdict } from '../describe-comparison.ts';
import type { StudyResults, TaskComparison } from '../study-results.ts';
import { tabulateComparisons } from '../judgement-tables.ts';
import {
  linkTo,
  note,
  quiet,
  type ReportSection,
  type ReportTable,
  type Row,
} from './report-document.ts';
import { tableOfWords } from './worded-table.ts';

/** The table of comparisons, how they were made, and what they could never have shown. */
export function showComparisons(results: StudyResults, words: ReportWords): ReportSection | null {
  const { comparisons, tasks } = results;
  const { report } = words;
  const others = tabulateComparisons(results, words).map(tableOfWords);
  if (comparisons.length === 0 && others.length === 0) return null;
  const section = { id: 'comparisons', title: report.comparisons, tone: 'plain' as const };
  if (comparisons.length === 0) return { ...section, blocks: others };
  const table: ReportTable = {
    kind: 'table',
    holds: 'comparisons',
    notes: [],
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
      describeRow(comparison, {
        words,
        place: 1 + tasks.findIndex(({ name }) => name === comparison.task),
        plannedFolds: plannedFoldsOf(results, comparison.task),
      }),
    ),
  };
  const { familySize } = comparisons[0].result;
  const hasRepeats = comparisons.some(({ result }) => result.decidedBy === 'corrected-t');
  const foldCounts = [
    ...new Set(
      comparisons.flatMap(({ result }) =>
        result.decidedBy === 'wilcoxon' ? [result.foldCount] : [],
      ),
    ),
  ];
  return {
    ...section,
    blocks: [
      table,
      note(report.tests(exactUpTo(comparisons), familySize)),
      ...(hasRepeats ? [note(report.testsRepeated)] : []),
      ...foldCounts.map((count) => note(describeFloor(count, words))),
      ...others,
    ],
  };
}

function describeRow(
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
  const difference = numbers.difference(result.meanDifference);
  const { wilcoxon, decidedBy } = result;
  const isExact = decidedBy === 'wilcoxon' && wilcoxon.method === 'exact';
  return {
    compared: { task, metric, modelA, modelB, pairCount: isExact ? wilcoxon.pairCount : null },
    cells: [
      {
        line: [`${modelA} `, quiet(report.against), ` ${modelB}`],
        under: [
          linkTo(`task-${place}`, task),
          `, ${words.nameOf(metric)}, ${words.render(describeFoldsDone(comparison, plannedFolds))}`,
        ],
      },
      interval === null
        ? difference
        : {
            line: difference,
            under: report.range(
              numbers.difference(interval.lower),
              numbers.difference(interval.upper),
            ),
          },
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
