import type { ReportWords } from '../report-words.ts';
import { shortenVerdict } from '../describe-comparison.ts';
import type { StudyResults, TransferResults } from '../study-results.ts';
import { summariseTransfer } from '../summarise-transfer.ts';
import {
  note,
  paragraph,
  quiet,
  type Block,
  type Cell,
  type ReportSection,
  type ReportTable,
} from './report-document.ts';

/** Each transfer: what was learned as what, every setting of every model, and what differs. */
export function showTransfers(results: StudyResults, words: ReportWords): ReportSection | null {
  const { transfers = [] } = results;
  if (transfers.length === 0) return null;
  return {
    id: 'transfers',
    title: words.report.transfers,
    tone: 'plain',
    blocks: [
      ...transfers.flatMap((transfer) => showTransfer(results, transfer, words)),
      note(words.report.transferNote),
    ],
  };
}

function showTransfer(
  results: StudyResults,
  transfer: TransferResults,
  words: ReportWords,
): Block[] {
  const { name, source, target, primaryMetric, labels } = transfer;
  const tables = [
    labels === null ? null : tabulateLabels(transfer, labels, words),
    tabulateSettings(results, transfer, words),
    tabulateDifferences(transfer, words),
  ];
  return [
    { kind: 'heading', text: name },
    paragraph(words.report.transfer(source, target, words.nameOf(primaryMetric))),
    ...tables.filter((table) => table !== null),
  ];
}

function tabulateLabels(
  { name, source, target }: TransferResults,
  labels: NonNullable<TransferResults['labels']>,
  { report }: ReportWords,
): ReportTable {
  return {
    kind: 'table',
    notes: [],
    caption: report.labelsLearned(name),
    columns: [{ title: source }, { title: target }],
    rows: labels.map((each) => ({ cells: [each.source, each.target ?? '–'] })),
  };
}

function tabulateSettings(
  results: StudyResults,
  transfer: TransferResults,
  { report, numbers }: ReportWords,
): ReportTable | null {
  const rows = summariseTransfer(results, transfer);
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    notes: [],
    caption: report.transferTable(transfer.name),
    columns: [
      { title: report.model },
      { title: report.learned },
      { title: report.tested, numeric: true },
      { title: report.mean, numeric: true },
      { title: report.deviation, numeric: true },
      { title: report.smallestToLargest, numeric: true },
      { title: report.beyondFold, numeric: true },
    ],
    rows: rows.map((row) => ({
      cells: [
        row.model,
        report.setting(row.condition, row.shots),
        numbers.count(row.count),
        withRange(numbers.score(row.mean), row.interval, (value) => numbers.score(value), report),
        row.standardDeviation === null ? '–' : numbers.score(row.standardDeviation),
        report.range(numbers.score(row.smallest), numbers.score(row.largest)),
        row.deviationBeyondFold === null ? '–' : numbers.score(row.deviationBeyondFold),
      ],
    })),
  };
}

function tabulateDifferences(
  { name, comparisons }: TransferResults,
  words: ReportWords,
): ReportTable | null {
  if (comparisons.length === 0) return null;
  const { report, numbers, render } = words;
  return {
    kind: 'table',
    notes: [],
    caption: report.transferDifferences(name, comparisons[0].result.familySize),
    columns: [
      { title: report.aAgainstB },
      { title: 'A − B (95 %)', numeric: true },
      { title: 'p', numeric: true },
      { title: 'p (Holm)', numeric: true },
      { title: 'p (t)', numeric: true },
      { title: report.verdict },
    ],
    rows: comparisons.map((comparison) => {
      const { a, b, plannedFolds, result } = comparison;
      const { interval } = result;
      const difference = numbers.difference(result.meanDifference);
      return {
        cells: [
          {
            line: [
              `${a.model}, ${report.setting(a.condition, a.shots)} `,
              quiet(report.against),
              ` ${b.model}, ${report.setting(b.condition, b.shots)}`,
            ],
            under: report.foldsOf(result.foldCount, plannedFolds),
          },
          withRange(difference, interval, (value) => numbers.difference(value), report),
          numbers.p(result.wilcoxon.p),
          numbers.p(result.pHolm),
          numbers.p(result.correctedT.p),
          render(shortenVerdict(comparison, plannedFolds)),
        ],
      };
    }),
  };
}

function withRange(
  value: string,
  interval: { readonly lower: number | null; readonly upper: number | null } | null,
  format: (value: number) => string,
  { range }: ReportWords['report'],
): Cell {
  if (interval === null || interval.lower === null || interval.upper === null) return value;
  return { line: value, under: range(format(interval.lower), format(interval.upper)) };
}
