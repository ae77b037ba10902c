import type { ReportWords } from '../report-words.ts';
import { shortenVerdict } from '../describe-comparison.ts';
import type { StudyResults, TransferResults } from '../study-results.ts';
import { summariseTransfer } from '../summarise-transfer.ts';
import { html, type Html } from './html.ts';
import { renderTable } from './table.ts';

/** Each transfer: what was learned as what, every setting of every model, and what differs. */
export function renderTransfers(results: StudyResults, words: ReportWords): Html | null {
  const { transfers = [] } = results;
  if (transfers.length === 0) return null;
  return html`<section aria-labelledby="transfers">
    <h2 id="transfers">${words.report.transfers}</h2>
    ${transfers.map((transfer) => renderTransfer(results, transfer, words))}
    <p class="muted">${words.report.transferNote}</p>
  </section>`;
}

function renderTransfer(
  results: StudyResults,
  transfer: TransferResults,
  words: ReportWords,
): Html {
  const { name, source, target, primaryMetric, labels } = transfer;
  const { report } = words;
  return html`<h3>${name}</h3>
    <p>${report.transfer(source, target, words.nameOf(primaryMetric))}</p>
    ${labels === null ? null : renderLabels(transfer, labels, words)}
    ${renderSettings(results, transfer, words)} ${renderDifferences(transfer, words)}`;
}

function renderLabels(
  { name, source, target }: TransferResults,
  labels: NonNullable<TransferResults['labels']>,
  { report }: ReportWords,
): Html {
  return renderTable({
    caption: report.labelsLearned(name),
    columns: [{ title: source }, { title: target }],
    rows: labels.map((each) => ({ cells: [each.source, each.target ?? '–'] })),
  });
}

function renderSettings(
  results: StudyResults,
  transfer: TransferResults,
  { report, numbers }: ReportWords,
): Html | null {
  const rows = summariseTransfer(results, transfer);
  if (rows.length === 0) return null;
  return renderTable({
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
  });
}

function renderDifferences(
  { name, comparisons }: TransferResults,
  words: ReportWords,
): Html | null {
  if (comparisons.length === 0) return null;
  const { report, numbers, render } = words;
  return renderTable({
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
          html`${a.model}, ${report.setting(a.condition, a.shots)}
            <span class="spread">${report.against}</span> ${b.model},
            ${report.setting(b.condition, b.shots)}
            <div class="under">${report.foldsOf(result.foldCount, plannedFolds)}</div>`,
          withRange(difference, interval, (value) => numbers.difference(value), report),
          numbers.p(result.wilcoxon.p),
          numbers.p(result.pHolm),
          numbers.p(result.correctedT.p),
          render(shortenVerdict(comparison, plannedFolds)),
        ],
      };
    }),
  });
}

function withRange(
  value: string,
  interval: { readonly lower: number | null; readonly upper: number | null } | null,
  format: (value: number) => string,
  { range }: ReportWords['report'],
): Html | string {
  if (interval === null || interval.lower === null || interval.upper === null) return value;
  return html`${value}
    <div class="under">${range(format(interval.lower), format(interval.upper))}</div>`;
}
