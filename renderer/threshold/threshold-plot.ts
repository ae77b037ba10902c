import type { ClassScoresView } from '#contract/scores.ts';
import { roundAxis } from '../chart/axes.ts';
import { linePath, type Drawing, type Mark } from '../chart/drawing.ts';
import { layOutPlot, type Plot } from '../chart/lay-out-plot.ts';
import { linearScale } from '../chart/scale.ts';
import { lookOf } from '../chart/series-look.ts';
import type { Formats } from '../format/formats.ts';
import type { ThresholdMessages } from '../messages/threshold/messages.ts';

interface Words {
  readonly say: ThresholdMessages;
  readonly format: Pick<Formats, 'decimal' | 'metric'>;
}

/** Sensitivity and specificity by threshold. */
export function plotShares(scores: ClassScoresView, { say, format }: Words): Plot {
  const axis = (title: string) => roundAxis(title, [0, 1], { wanted: 5, decimal: format.decimal });
  const line = (of: 'sensitivity' | 'specificity') => {
    const rows = scores.thresholds.filter((row) => row[of].value !== null);
    return {
      points: rows.map((row) => ({ x: row.threshold, y: row[of].value ?? 0 })),
      band: rows.flatMap((row) => {
        const interval = row[of].intervals.at(0);
        return interval === undefined
          ? []
          : [{ x: row.threshold, low: interval.lower, high: interval.upper }];
      }),
    };
  };
  return {
    x: axis(say.threshold),
    y: axis(say.share),
    series: [
      { name: say.sensitivity, look: lookOf(0), join: 'line', ...line('sensitivity') },
      { name: say.specificity, look: lookOf(1), join: 'line', ...line('specificity') },
    ],
    references: [],
  };
}

const stripHeight = 92;

/**
 * The plot with a line at the threshold, and below it how the scores of both kinds of notes are spread:
 * those of the class upwards, the others downwards, each kind as shares of its own.
 */
export function drawThreshold(
  scores: ClassScoresView,
  threshold: number,
  { width, legend, ...words }: Words & { readonly width: number; readonly legend: boolean },
): Drawing {
  const { say, format } = words;
  const height = Math.round(Math.min(340, Math.max(240, 0.42 * width)));
  const plot = layOutPlot(plotShares(scores, words), { width, height, legend });
  const { left, right } = plot.inner;
  const x = linearScale([0, 1], [left, right]);
  const top = plot.height + 6;
  const middle = top + stripHeight / 2;
  const positives = Math.max(1, scores.positives);
  const negatives = Math.max(1, scores.notes - scores.positives);
  const shares = scores.distribution.map((bin) => ({
    ...bin,
    above: bin.positives / positives,
    below: bin.negatives / negatives,
  }));
  const most = shares.reduce((all, { above, below }) => Math.max(all, above, below), 1e-9);
  const tall = (share: number) => (share / most) * (stripHeight / 2 - 4);
  const box = (from: number, to: number, y1: number, y2: number): string =>
    `${linePath([
      { x: x(from) + 0.5, y: y1 },
      { x: x(to) - 0.5, y: y1 },
      { x: x(to) - 0.5, y: y2 },
      { x: x(from) + 0.5, y: y2 },
    ])}Z`;
  const bars = shares.flatMap(({ from, to, above, below }): Mark[] => [
    ...(above === 0
      ? []
      : [
          {
            kind: 'area',
            d: box(from, to, middle - tall(above), middle - 0.5),
            ink: 'series-0',
            opacity: 0.85,
          } as const,
        ]),
    ...(below === 0
      ? []
      : [
          {
            kind: 'area',
            d: box(from, to, middle + 0.5, middle + tall(below)),
            ink: 'series-1',
            opacity: 0.55,
          } as const,
        ]),
  ]);
  const at = x(Math.min(1, Math.max(0, threshold)));
  const isRight = threshold > 0.5;
  return {
    width,
    height: top + stripHeight + 4,
    marks: [
      ...plot.marks,
      ...bars,
      {
        kind: 'path',
        d: linePath([
          { x: left, y: middle },
          { x: right, y: middle },
        ]),
        ink: 'axis',
        width: 1,
      },
      { kind: 'text', x: left - 7, y: middle - 8, text: say.ofIt, ink: 'muted', anchor: 'end' },
      { kind: 'text', x: left - 7, y: middle + 16, text: say.others, ink: 'muted', anchor: 'end' },
      {
        kind: 'path',
        d: linePath([
          { x: at, y: plot.inner.top },
          { x: at, y: plot.inner.bottom },
        ]),
        ink: 'ink',
        width: 1.6,
      },
      {
        kind: 'path',
        d: linePath([
          { x: at, y: top },
          { x: at, y: top + stripHeight },
        ]),
        ink: 'ink',
        width: 1.6,
      },
      {
        kind: 'text',
        x: at + (isRight ? -6 : 6),
        y: plot.inner.top + 12,
        text: format.metric(threshold),
        ink: 'ink',
        anchor: isRight ? 'end' : 'start',
        isStrong: true,
      },
    ],
  };
}
