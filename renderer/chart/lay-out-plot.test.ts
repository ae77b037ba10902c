import { expect, it } from 'vitest';
import type { Drawing, Mark, PathMark, TextMark } from './drawing.ts';
import { layOutPlot, pickAlong, type Plot } from './lay-out-plot.ts';
import { lookOf } from './series-look.ts';

const axis = (title: string) => ({
  title,
  range: [0, 1] as const,
  ticks: [
    { at: 0, text: '0' },
    { at: 1, text: '1' },
  ],
});

const diagonal = [
  { x: 0, y: 0 },
  { x: 1, y: 1 },
];

const plot: Plot = {
  x: axis('False positives'),
  y: axis('Sensitivity'),
  series: [
    {
      name: 'adapted',
      look: lookOf(0),
      join: 'line',
      points: [
        { x: 0, y: 0 },
        { x: 0, y: 0.5 },
        { x: 1, y: 1 },
      ],
    },
  ],
  references: [{ points: diagonal, name: 'Chance' }],
};

const paths = ({ marks }: Drawing, ink: Mark['ink']) =>
  marks.filter((mark): mark is PathMark => mark.kind === 'path' && mark.ink === ink);
const texts = ({ marks }: Drawing) =>
  marks.filter((mark): mark is TextMark => mark.kind === 'text').map(({ text }) => text);

it('a point at the corner of the ranges lies at the corner of the plot', () => {
  const drawing = layOutPlot(plot, { width: 300, height: 200 });
  const [line] = paths(drawing, 'series-0');
  const [reference] = paths(drawing, 'muted');
  const axes = paths(drawing, 'axis');
  const spots = [...line.d.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  const [left, bottom] = spots[0];
  const [right, top] = spots[2];
  expect(spots[1]).toEqual([left, (bottom + top) / 2]);
  expect([right, top]).toEqual([300 - 14, 10]);
  expect(axes.map(({ d }) => d)).toEqual([
    `M${left} ${bottom}L${right} ${bottom}`,
    `M${left} ${top}L${left} ${bottom}`,
  ]);
  expect(reference).toMatchObject({ d: `M${left} ${bottom}L${right} ${top}` });
  expect(reference.dash).toBeDefined();
});

it('axes are named and ticks written; a legend is there where it is asked for, with a piece of line', () => {
  const without = layOutPlot(plot, { width: 300, height: 200 });
  expect(texts(without)).toEqual(['0', '1', '0', '1', 'False positives', 'Sensitivity']);
  const withLegend = layOutPlot(plot, { width: 300, height: 200, legend: true });
  expect(texts(withLegend).slice(-2)).toEqual(['adapted', 'Chance']);
  expect(withLegend.height).toBeGreaterThan(without.height);
});

it('a legend that is wider than the picture is wrapped', () => {
  const many = Array.from({ length: 6 }, (_, index) => ({
    ...plot.series[0],
    name: `a model with a long name ${index}`,
  }));
  const { height, marks } = layOutPlot(
    { ...plot, series: many },
    { width: 300, height: 200, legend: true },
  );
  const rows = new Set(
    marks.flatMap((mark) => (mark.kind === 'text' && mark.anchor === 'start' ? [mark.y] : [])),
  );
  // A reference, short, stands beside none of them.
  expect(rows.size).toBe(7);
  expect(height).toBe(200 + 7 * 20);
});

it('steps go upright first: the precision of a recall holds from the recall before on', () => {
  const points = [
    { x: 0.5, y: 1 },
    { x: 1, y: 0.5 },
  ];
  const drawing = layOutPlot(
    { ...plot, series: [{ ...plot.series[0], points, join: 'step' }] },
    { width: 300, height: 200 },
  );
  expect(paths(drawing, 'series-0')[0].d).toMatch(/^M\S+ \S+V\S+H\S+$/);
});

it('a band lies between its two lines, and bars reach from low to high', () => {
  const band = [
    { x: 0, low: 0, high: 0.2 },
    { x: 1, low: 0.8, high: 1 },
  ];
  const drawing = layOutPlot(
    { ...plot, series: [{ ...plot.series[0], band, bars: band, join: 'none' }] },
    { width: 300, height: 200 },
  );
  const area = drawing.marks.find((mark) => mark.kind === 'area');
  const ys = [...(area?.d ?? '').matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y));
  expect(ys[1]).toBeLessThan(ys[2]);
  expect(ys[0]).toBeLessThan(ys[3]);
  expect(paths(drawing, 'series-0').filter(({ width }) => width === 1.2)).toHaveLength(2);
});

it('marks along a line stand at equal distances of what the eye sees', () => {
  const spots = Array.from({ length: 101 }, (_, x) => ({ x, y: 0 }));
  expect(pickAlong(spots, 5).map(({ x }) => x)).toEqual([10, 30, 50, 70, 90]);
  expect(pickAlong([{ x: 3, y: 3 }], 5)).toEqual([{ x: 3, y: 3 }]);
});

it('the first lines differ without colour: in dash or symbol', () => {
  const looks = Array.from({ length: 40 }, (_, index) => lookOf(index));
  const withoutColour = looks.map(({ dash, symbol }) => `${dash ?? ''}/${symbol}`);
  expect(new Set(withoutColour).size).toBe(40);
});
