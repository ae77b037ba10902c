import { shortenVerdict } from './describe-comparison.ts';
import type { ReportWords } from './report-words.ts';
import type { StudyResults, TransferResults } from './study-results.ts';
import { summariseTransfer } from './summarise-transfer.ts';
import { writeTextTable } from './write-text-table.ts';

/** What the terminal shows of each transfer: its settings, then what differs. */
export function writeTransferTables(results: StudyResults, words: ReportWords): string[] {
  return (results.transfers ?? []).flatMap((transfer) => {
    const { name, source, target, primaryMetric } = transfer;
    const title = `${name}: ${words.report.transfer(source, target, words.nameOf(primaryMetric))}`;
    return [
      `${title}\n${writeSettings(results, transfer, words)}`,
      ...(transfer.comparisons.length === 0 ? [] : [writeDifferences(transfer, words)]),
    ];
  });
}

function writeSettings(
  results: StudyResults,
  transfer: TransferResults,
  { report, numbers }: ReportWords,
): string {
  const rows = summariseTransfer(results, transfer).map((row) => [
    row.model,
    report.setting(row.condition, row.shots),
    String(row.count),
    numbers.score(row.mean),
    row.standardDeviation === null ? '–' : numbers.score(row.standardDeviation),
    report.range(numbers.score(row.smallest), numbers.score(row.largest)),
  ]);
  const header = [
    ...[report.model, report.learned, report.tested, report.mean, report.deviation],
    report.smallestToLargest,
  ];
  return writeTextTable({ header, rows, numeric: [2, 3, 4, 5] });
}

function writeDifferences({ comparisons }: TransferResults, words: ReportWords): string {
  const { report, numbers } = words;
  const rows = comparisons.map((comparison) => {
    const { a, b, plannedFolds, result } = comparison;
    return [
      `${a.model}, ${report.setting(a.condition, a.shots)}`,
      `${b.model}, ${report.setting(b.condition, b.shots)}`,
      numbers.difference(result.meanDifference),
      numbers.p(result.wilcoxon.p),
      numbers.p(result.pHolm),
      numbers.p(result.correctedT.p),
      words.render(shortenVerdict(comparison, plannedFolds)),
    ];
  });
  const header = ['A', 'B', 'A − B', 'p', 'p (Holm)', 'p (t)', report.verdict];
  return writeTextTable({ header, rows, numeric: [2, 3, 4, 5] });
}
