import {
  bandPath,
  estimateWidth,
  linePath,
  stepPath,
  symbolPath,
  textSize,
  type Drawing,
  type Mark,
  type Spot,
} from './drawing.ts';
import { linearScale } from './scale.ts';
import type { SeriesLook } from './series-look.ts';

export interface Axis {
  /** What it shows, with its unit. */
  readonly title: string;
  readonly range: readonly [number, number];
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

interface PlotPoint {
  readonly x: number;
  readonly y: number;
}

export interface PlotSeries {
  readonly name: string;
  readonly look: SeriesLook;
  readonly points: readonly PlotPoint[];
  /** How points are joined; 'none' for points that stand alone. */
  readonly join: 'line' | 'step' | 'none';
  /** Behind the line: from where to where it may lie. */
  readonly band?: readonly { readonly x: number; readonly low: number; readonly high: number }[];
  /** An upright bar at each point: from where to where it may lie. */
  readonly bars?: readonly { readonly x: number; readonly low: number; readonly high: number }[];
  /** Thin lines of the same look behind it, one per fold. */
  readonly folds?: readonly (readonly PlotPoint[])[];
  /** Points that are marked; left out, some of a line are, so that lines differ without colour. */
  readonly marked?: readonly PlotPoint[];
}

/** A line to compare with, such as what chance would give. */
interface Reference {
  readonly points: readonly PlotPoint[];
  readonly name: string;
  /** Drawn whole instead of dotted. */
  readonly isWhole?: boolean;
}

export interface Plot {
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly PlotSeries[];
  readonly references: readonly Reference[];
}

interface PlotSize {
  readonly width: number;
  readonly height: number;
  /** Names of the lines below the plot: a file needs them, a page may have them once for several. */
  readonly legend?: boolean;
}

const topSpace = 10;
const rightSpace = 14;
const bottomSpace = 42;
const legendRow = 20;
const markedCount = 5;
const referenceDash = '1.5 3.5';

interface LaidOutPlot extends Drawing {
  /** Where the ranges of both axes lie. */
  readonly inner: Box;
}

/** Puts a plot into a picture of this size; of a legend, height is added. Pure. */
export function layOutPlot(plot: Plot, { width, height, legend = false }: PlotSize): LaidOutPlot {
  const leftSpace =
    34 + plot.y.ticks.reduce((most, { text }) => Math.max(most, estimateWidth(text)), 0);
  const inner = {
    left: leftSpace,
    right: width - rightSpace,
    top: topSpace,
    bottom: height - bottomSpace,
  };
  const x = linearScale(plot.x.range, [inner.left, inner.right]);
  const y = linearScale(plot.y.range, [inner.bottom, inner.top]);
  const spot = (point: PlotPoint): Spot => ({ x: x(point.x), y: y(point.y) });
  const entries = legend ? layOutLegend(plot, width, height) : { marks: [], height: 0 };
  const marks: Mark[] = [
    ...drawGrid(plot, inner, { x, y }),
    ...plot.references.map(({ points, isWhole }): Mark => ({
      kind: 'path',
      d: linePath(points.map(spot)),
      ink: 'muted',
      width: 1.2,
      dash: isWhole === true ? undefined : referenceDash,
    })),
    ...plot.series.flatMap((series) => drawBehind(series, { x, y })),
    ...plot.series.flatMap((series) => drawSeries(series, spot)),
    ...entries.marks,
  ];
  return { width, height: height + entries.height, marks, inner };
}

interface Scales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function drawGrid({ x: xAxis, y: yAxis }: Plot, box: Box, { x, y }: Scales): Mark[] {
  const { left, right, top, bottom } = box;
  const line = (from: Spot, to: Spot, ink: 'grid' | 'axis'): Mark => ({
    kind: 'path',
    d: linePath([from, to]),
    ink,
    width: 1,
  });
  return [
    ...yAxis.ticks.flatMap(({ at, text }): Mark[] => [
      line({ x: left, y: y(at) }, { x: right, y: y(at) }, 'grid'),
      { kind: 'text', x: left - 7, y: y(at) + 4, text, ink: 'muted', anchor: 'end' },
    ]),
    ...xAxis.ticks.flatMap(({ at, text }): Mark[] => [
      line({ x: x(at), y: top }, { x: x(at), y: bottom }, 'grid'),
      { kind: 'text', x: x(at), y: bottom + 16, text, ink: 'muted', anchor: 'middle' },
    ]),
    line({ x: left, y: bottom }, { x: right, y: bottom }, 'axis'),
    line({ x: left, y: top }, { x: left, y: bottom }, 'axis'),
    {
      kind: 'text',
      x: (left + right) / 2,
      y: bottom + 35,
      text: xAxis.title,
      ink: 'ink',
      anchor: 'middle',
    },
    {
      kind: 'text',
      x: textSize,
      y: (top + bottom) / 2,
      text: yAxis.title,
      ink: 'ink',
      anchor: 'middle',
      isUpright: true,
    },
  ];
}

function drawBehind({ look, band, bars, folds, join }: PlotSeries, { x, y }: Scales): Mark[] {
  const { ink } = look;
  const path = join === 'step' ? stepPath : linePath;
  return [
    ...(band === undefined
      ? []
      : [
          {
            kind: 'area',
            d: bandPath(
              band.map((each) => ({ x: x(each.x), low: y(each.low), high: y(each.high) })),
            ),
            ink,
            opacity: 0.14,
          } as const,
        ]),
    ...(folds ?? []).map((points): Mark => ({
      kind: 'path',
      d: path(points.map((point) => ({ x: x(point.x), y: y(point.y) }))),
      ink,
      width: 0.9,
      opacity: 0.35,
    })),
    ...(bars ?? []).map((bar): Mark => ({
      kind: 'path',
      d: linePath([
        { x: x(bar.x), y: y(bar.low) },
        { x: x(bar.x), y: y(bar.high) },
      ]),
      ink,
      width: 1.2,
      opacity: 0.6,
    })),
  ];
}

function drawSeries(series: PlotSeries, spot: (point: PlotPoint) => Spot): Mark[] {
  const { look, points, join } = series;
  const spots = points.map(spot);
  const line: Mark[] =
    join === 'none' || spots.length < 2
      ? []
      : [
          {
            kind: 'path',
            d: join === 'step' ? stepPath(spots) : linePath(spots),
            ink: look.ink,
            width: 1.8,
            dash: look.dash,
          },
        ];
  const marked =
    series.marked?.map(spot) ?? (join === 'none' ? spots : pickAlong(spots, markedCount));
  return [...line, ...marked.flatMap((at) => drawSymbol(look, at))];
}

function drawSymbol({ ink, symbol }: SeriesLook, at: Spot): Mark[] {
  const d = symbolPath(symbol, at);
  const isOpen = symbol === 'cross' || symbol === 'plus';
  const outline: Mark = { kind: 'path', d, ink: isOpen ? ink : 'surface', width: isOpen ? 1.8 : 1 };
  return isOpen ? [outline] : [{ kind: 'area', d, ink, opacity: 1 }, outline];
}

/** Spots at equal distances along a line, its ends left out. */
export function pickAlong(spots: readonly Spot[], count: number): Spot[] {
  const lengths = spots.map((spot, index) =>
    index === 0 ? 0 : Math.hypot(spot.x - spots[index - 1].x, spot.y - spots[index - 1].y),
  );
  const total = lengths.reduce((sum, each) => sum + each, 0);
  if (total === 0) return spots.slice(0, 1);
  const picked: Spot[] = [];
  let walked = 0;
  spots.forEach((spot, index) => {
    walked += lengths[index];
    if (picked.length < count && walked >= ((picked.length + 0.5) / count) * total)
      picked.push(spot);
  });
  return picked;
}

/** Rows of names with a piece of their line, wrapped to the width. */
function layOutLegend(
  { series, references }: Plot,
  width: number,
  top: number,
): { readonly marks: Mark[]; readonly height: number } {
  const entries = [
    ...series.map(({ name, look }) => ({ name, look })),
    ...references.map(({ name }) => ({ name, look: null })),
  ].filter(({ name }) => name !== '');
  const marks: Mark[] = [];
  let x = 12;
  let y = top + legendRow / 2;
  for (const { name, look } of entries) {
    const wide = 34 + estimateWidth(name) + 16;
    if (x > 12 && x + wide > width) {
      x = 12;
      y += legendRow;
    }
    for (const mark of drawSample(look, { x, y })) marks.push(mark);
    marks.push({
      kind: 'text',
      x: x + 34,
      y: y + 4,
      text: name,
      ink: 'ink',
      anchor: 'start',
    });
    x += wide;
  }
  return { marks, height: entries.length === 0 ? 0 : y - top + legendRow / 2 };
}

/** A piece of the line of a series, 28 pixels long, with its symbol; of a reference without a look. */
export function drawSample(look: SeriesLook | null, { x, y }: Spot): Mark[] {
  const d = linePath([
    { x, y },
    { x: x + 28, y },
  ]);
  if (look === null) return [{ kind: 'path', d, ink: 'muted', width: 1.2, dash: referenceDash }];
  return [
    { kind: 'path', d, ink: look.ink, width: 1.8, dash: look.dash },
    ...drawSymbol(look, { x: x + 14, y }),
  ];
}
