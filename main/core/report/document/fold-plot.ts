import type { ReportWords } from '../report-words.ts';
import type { FoldScore, ModelScores } from '../summarise-task.ts';
import type { Picture, PictureMark } from './picture.ts';
import { makeScale, type PlotScale } from './plot-scale.ts';
import { wrapLabel } from './wrap-label.ts';

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
 * neighbouring models that join the same fold: where they lean the same way, the models differ. Models
 * lie from top to bottom; the text says all that the picture shows.
 */
export function plotFolds(
  scores: readonly ModelScores[],
  axisTitle: string,
  words: ReportWords,
): { readonly text: string; readonly picture: Picture } {
  const bottom = top + scores.length * rowHeight;
  const scale = makeScale(scores.flatMap(valuesOf), left, right);
  return {
    text: describe(scores, words),
    picture: {
      width,
      height: bottom + axisHeight,
      marks: [
        ...drawAxis({ scale, bottom, title: axisTitle }, words),
        ...scores.flatMap((each, row) => drawPairs(each, scores[row + 1], { row, scale })),
        ...scores.flatMap((each, row) => drawModel(each, { row, scale }, words)),
      ],
    },
  };
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

function drawAxis({ scale, bottom, title }: Axis, { numbers }: ReportWords): PictureMark[] {
  const { ticks, decimals, place } = scale;
  return [
    ...ticks.flatMap((tick): PictureMark[] => {
      const x = round(place(tick));
      return [
        { kind: 'line', role: 'grid', from: { x, y: top }, to: { x, y: bottom } },
        {
          kind: 'text',
          role: 'tick',
          at: { x, y: bottom + 18 },
          anchor: 'middle',
          text: numbers.score(tick, decimals),
        },
      ];
    }),
    { kind: 'line', role: 'base', from: { x: left, y: bottom }, to: { x: right, y: bottom } },
    {
      kind: 'text',
      role: 'axis-title',
      at: { x: (left + right) / 2, y: bottom + 42 },
      anchor: 'middle',
      text: title,
    },
  ];
}

function drawPairs(
  upper: ModelScores,
  lower: ModelScores | undefined,
  { row, scale }: Place,
): PictureMark[] {
  if (lower === undefined) return [];
  return upper.folds.flatMap(({ fold, value }): PictureMark[] => {
    const partner = lower.folds.find((each) => each.fold === fold);
    if (partner === undefined) return [];
    return [
      {
        kind: 'line',
        role: 'pair',
        from: { x: round(scale.place(value)), y: middleOf(row) + foldOffset },
        to: { x: round(scale.place(partner.value)), y: middleOf(row + 1) + foldOffset },
      },
    ];
  });
}

function drawModel(
  { model, folds, summary }: ModelScores,
  { row, scale }: Place,
  words: ReportWords,
): PictureMark[] {
  const middle = middleOf(row);
  const label = wrapLabel(model, labelRoom);
  const firstY = middle + 5 - ((label.length - 1) * labelLineHeight) / 2;
  return [
    ...label.map((text, index): PictureMark => ({
      kind: 'text',
      role: 'name',
      at: { x: left - 24, y: firstY + index * labelLineHeight },
      anchor: 'end',
      text,
    })),
    ...folds.map((each) => drawFold(each, { scale, y: middle + foldOffset }, words)),
    ...(summary === null ? [] : drawMean(summary, scale, middle + meanOffset)),
    {
      kind: 'text',
      role: 'value',
      at: { x: right + 24, y: middle + 5 },
      anchor: 'start',
      text: describeSummary(summary, words),
    },
  ];
}

function drawFold(
  { fold, value }: FoldScore,
  { scale, y }: { readonly scale: PlotScale; readonly y: number },
  { report, numbers }: ReportWords,
): PictureMark {
  return {
    kind: 'circle',
    role: 'fold',
    at: { x: round(scale.place(value)), y },
    radius: 4.5,
    title: report.foldValue(fold + 1, numbers.score(value)),
  };
}

function drawMean(
  { mean, lower, upper }: NonNullable<ModelScores['summary']>,
  { place }: PlotScale,
  y: number,
): PictureMark[] {
  const x = round(place(mean));
  const diamond: PictureMark = {
    kind: 'outline',
    role: 'mean',
    corners: [
      { x, y: y - 7 },
      { x: x + 7, y },
      { x, y: y + 7 },
      { x: x - 7, y },
    ],
  };
  if (lower === null || upper === null) return [diamond];
  const interval: PictureMark = {
    kind: 'line',
    role: 'interval',
    from: { x: round(place(lower)), y },
    to: { x: round(place(upper)), y },
  };
  return [interval, diamond];
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
