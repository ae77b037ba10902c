import { estimateWidth, linePath, symbolPath, type Drawing, type Mark } from './drawing.ts';
import { shortenName } from '../format/names.ts';
import { linearScale, spreadPoints } from './scale.ts';
import type { Axis } from './lay-out-plot.ts';

/** Measurements of one thing: points, their mean, and where the true mean may lie. */
export interface MeasuredRow {
  readonly name: string;
  readonly values: readonly number[];
  readonly mean: number;
  /** Half the interval of the mean; null where none is known. */
  readonly halfInterval: number | null;
  /** Begins a group of rows with this title. */
  readonly group?: string;
}

const pointDistance = 7;
const axisHeight = 44;
const groupHeight = 24;
const longestName = 30;

/** Everything of a row that the axis must reach. */
export function reachOf({ values, mean, halfInterval }: MeasuredRow): number[] {
  return [...values, mean - (halfInterval ?? 0), mean + (halfInterval ?? 0)];
}

/** Rows of points with means and intervals below each other over one axis. Pure. */
export function layOutRows(
  rows: readonly MeasuredRow[],
  axis: Axis,
  { width }: { readonly width: number },
): Drawing {
  const names = rows.map(({ name }) => shortenName(name, longestName));
  const widest = names.reduce((most, name) => Math.max(most, estimateWidth(name)), 0);
  const left = Math.min(widest, 0.4 * width) + 14;
  const x = linearScale(axis.range, [left, width - 14]);
  const shifts = rows.map(({ values }) => spreadPoints(values.map(x), pointDistance));
  const rowHeight = shifts
    .flat()
    .reduce((most, shift) => Math.max(most, 2 * (Math.abs(shift) + 9)), 30);
  const marks: Mark[] = [];
  let top = 4;
  rows.forEach(({ values, mean, halfInterval, group }, index) => {
    if (group !== undefined) {
      const y = top + groupHeight - 8;
      marks.push({
        kind: 'text',
        x: 0,
        y,
        text: group,
        ink: 'ink',
        anchor: 'start',
        isStrong: true,
      });
      top += groupHeight;
    }
    const y = top + rowHeight / 2;
    marks.push({
      kind: 'text',
      x: 0,
      y: y + 4,
      text: names[index],
      ink: 'ink',
      anchor: 'start',
    });
    if (halfInterval !== null) {
      marks.push({
        kind: 'path',
        d: linePath([
          { x: x(mean - halfInterval), y },
          { x: x(mean + halfInterval), y },
        ]),
        ink: 'ink',
        width: 5,
        opacity: 0.22,
      });
    }
    values.forEach((value, point) => {
      const d = symbolPath('circle', { x: x(value), y: y + shifts[index][point] });
      marks.push(
        { kind: 'area', d, ink: 'series-0', opacity: 1 },
        { kind: 'path', d, ink: 'surface', width: 1 },
      );
    });
    marks.push({
      kind: 'path',
      d: linePath([
        { x: x(mean), y: y - 11 },
        { x: x(mean), y: y + 11 },
      ]),
      ink: 'ink',
      width: 2,
    });
    top += rowHeight;
  });
  return {
    width,
    height: top + axisHeight,
    marks: [...drawAxis(axis, { x, left, right: width - 14, bottom: top }), ...marks],
  };
}

function drawAxis(
  { ticks, title }: Axis,
  {
    x,
    left,
    right,
    bottom,
  }: {
    readonly x: (value: number) => number;
    readonly left: number;
    readonly right: number;
    readonly bottom: number;
  },
): Mark[] {
  const upright = (at: number): Mark => ({
    kind: 'path',
    d: linePath([
      { x: x(at), y: 4 },
      { x: x(at), y: bottom },
    ]),
    ink: 'grid',
    width: 1,
  });
  return [
    ...ticks.flatMap(({ at, text }): Mark[] => [
      upright(at),
      { kind: 'text', x: x(at), y: bottom + 16, text, ink: 'muted', anchor: 'middle' },
    ]),
    {
      kind: 'text',
      x: (left + right) / 2,
      y: bottom + 35,
      text: title,
      ink: 'ink',
      anchor: 'middle',
    },
  ];
}
