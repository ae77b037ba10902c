import type { ReportWords } from '../report-words.ts';
import type { FoldScore, ModelScores } from '../summarise-task.ts';
import { html, type Html } from './html.ts';
import { makeScale, type PlotScale } from './plot-scale.ts';
import { wrapLabel } from './wrap-label.ts';

interface FoldPlot {
  /** Unique in the page; the text alternative refers to it. */
  readonly id: string;
  readonly title: string;
  /** Name of the metric, with what it means to be higher. */
  readonly axisTitle: string;
  /** A row each, from top to bottom. */
  readonly scores: readonly ModelScores[];
}

const width = 920;
const left = 236;
const right = 730;
const top = 14;
const rowHeight = 64;
const axisHeight = 52;
/** Folds lie above the middle of a row, mean and interval below it. */
const foldOffset = -9;
const meanOffset = 11;
const labelRoom = { width: 24, lineCount: 3 };
const labelLineHeight = 17;

/**
 * The folds of each model as points, its mean and 95 % interval below them, and thin lines between
 * neighbouring models that join the same fold: where they lean the same way, the models differ.
 */
export function renderFoldPlot(
  { id, title, axisTitle, scores }: FoldPlot,
  words: ReportWords,
): Html {
  const bottom = top + scores.length * rowHeight;
  const scale = makeScale(scores.flatMap(valuesOf), left, right);
  const height = bottom + axisHeight;
  return html`<svg
    class="plot"
    viewBox="0 0 ${width} ${height}"
    role="img"
    aria-labelledby="${id}-title ${id}-text"
  >
    <title id="${id}-title">${title}</title>
    <desc id="${id}-text">${describe(scores, words)}</desc>
    ${renderAxis({ scale, bottom, title: axisTitle }, words)}
    ${scores.map((each, row) => renderPairs(each, scores[row + 1], { row, scale }))}
    ${scores.map((each, row) => renderModel(each, { row, scale }, words))}
  </svg>`;
}

interface Place {
  readonly row: number;
  readonly scale: PlotScale;
}

function valuesOf({ folds, summary }: ModelScores): number[] {
  return [...folds.map(({ value }) => value), summary?.lower ?? [], summary?.upper ?? []].flat();
}

function middleOf(row: number): number {
  return top + (row + 0.5) * rowHeight;
}

interface Axis {
  readonly scale: PlotScale;
  readonly bottom: number;
  readonly title: string;
}

function renderAxis({ scale, bottom, title }: Axis, { numbers }: ReportWords): Html {
  const { ticks, decimals, place } = scale;
  return html`<g class="axis"
    >${ticks.map((tick) => {
      const x = round(place(tick));
      return html`<line class="grid" x1="${x}" x2="${x}" y1="${top}" y2="${bottom}" />
        <text x="${x}" y="${bottom + 18}" text-anchor="middle"
          >${numbers.score(tick, decimals)}</text
        > `;
    })}<line class="base" x1="${left}" x2="${right}" y1="${bottom}" y2="${bottom}" />
    <text class="title" x="${(left + right) / 2}" y="${bottom + 42}" text-anchor="middle"
      >${title}</text
    ></g
  >`;
}

function renderPairs(
  upper: ModelScores,
  lower: ModelScores | undefined,
  { row, scale }: Place,
): Html | null {
  if (lower === undefined) return null;
  const lines = upper.folds.flatMap(({ fold, value }) => {
    const partner = lower.folds.find((each) => each.fold === fold);
    return partner === undefined ? [] : [{ from: value, to: partner.value }];
  });
  return html`<g class="pairs"
    >${lines.map(
      ({ from, to }) =>
        html`<line
          x1="${round(scale.place(from))}"
          y1="${middleOf(row) + foldOffset}"
          x2="${round(scale.place(to))}"
          y2="${middleOf(row + 1) + foldOffset}"
        />`,
    )}</g
  >`;
}

function renderModel(
  { model, folds, summary }: ModelScores,
  { row, scale }: Place,
  words: ReportWords,
): Html {
  const middle = middleOf(row);
  const label = wrapLabel(model, labelRoom);
  const firstY = middle + 5 - ((label.length - 1) * labelLineHeight) / 2;
  return html`<g class="model">
    ${label.map(
      (line, index) =>
        html`<text
          class="name"
          x="${left - 24}"
          y="${firstY + index * labelLineHeight}"
          text-anchor="end"
          >${line}</text
        >`,
    )}
    ${folds.map((each) => renderFold(each, { scale, y: middle + foldOffset }, words))}
    ${summary === null ? null : renderMean(summary, scale, middle + meanOffset)}
    <text class="value" x="${right + 24}" y="${middle + 5}"
      >${describeSummary(summary, words)}</text
    >
  </g> `;
}

function renderFold(
  { fold, value }: FoldScore,
  { scale, y }: { readonly scale: PlotScale; readonly y: number },
  { report, numbers }: ReportWords,
): Html {
  return html`<circle class="fold" cx="${round(scale.place(value))}" cy="${y}" r="4.5"
    ><title>${report.foldValue(fold + 1, numbers.score(value))}</title></circle
  >`;
}

function renderMean(
  { mean, lower, upper }: NonNullable<ModelScores['summary']>,
  { place }: PlotScale,
  y: number,
): Html {
  const x = round(place(mean));
  const interval =
    lower === null || upper === null
      ? null
      : html`<line
          class="interval"
          x1="${round(place(lower))}"
          x2="${round(place(upper))}"
          y1="${y}"
          y2="${y}"
        />`;
  return html`${interval}<path class="mean" d="M${x} ${y - 7}l7 7l-7 7l-7 -7z" />`;
}

function describeSummary(
  summary: ModelScores['summary'],
  { report, numbers: { score } }: ReportWords,
): string {
  if (summary === null) return report.noFoldFinished;
  const { mean, lower, upper } = summary;
  if (lower === null || upper === null) return score(mean);
  return `${score(mean)}  (${report.range(score(lower), score(upper))})`;
}

function describe(scores: readonly ModelScores[], words: ReportWords): string {
  return scores
    .map(({ model, folds, summary }) => {
      const values = folds.map(({ value }) => words.numbers.score(value));
      return words.report.plotText(model, describeSummary(summary, words), values);
    })
    .join(' ');
}

function round(coordinate: number): number {
  return Math.round(coordinate * 10) / 10;
}
