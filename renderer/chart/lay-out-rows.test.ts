import { expect, it } from 'vitest';
import type { AreaMark, Drawing, PathMark, TextMark } from './drawing.ts';
import { layOutRows } from './lay-out-rows.ts';

const axis = { title: 'F1', range: [0, 1] as const, ticks: [{ at: 0.5, text: '0.5' }] };
const row = { name: 'one', values: [0.4, 0.6], mean: 0.5, halfInterval: 0.25 };

const texts = ({ marks }: Drawing) =>
  marks.filter((mark): mark is TextMark => mark.kind === 'text');
const startOf = ({ d }: PathMark) => Number(/^M([\d.]+)/.exec(d)?.[1]);

it('a mean lies on its tick, an interval around it, and every point is there', () => {
  const drawing = layOutRows([row], axis, { width: 300 });
  const paths = drawing.marks.filter((mark): mark is PathMark => mark.kind === 'path');
  const [tick] = paths.filter(({ ink }) => ink === 'grid');
  const [mean] = paths.filter(({ ink, width }) => ink === 'ink' && width === 2);
  const [interval] = paths.filter(({ width }) => width === 5);
  const points = drawing.marks.filter((mark): mark is AreaMark => mark.kind === 'area');
  expect(startOf(mean)).toBe(startOf(tick));
  const [from, to] = [...interval.d.matchAll(/[ML]([\d.]+)/g)].map(([, x]) => Number(x));
  expect((from + to) / 2).toBeCloseTo(startOf(mean), 9);
  expect(points).toHaveLength(2);
});

it('groups are titled, and long names keep their ends', () => {
  const name = `${'a'.repeat(40)}-end`;
  const drawing = layOutRows([row, { ...row, name, group: 'Other study' }], axis, { width: 400 });
  expect(texts(drawing).map(({ text }) => text)).toEqual([
    '0.5',
    'F1',
    'one',
    'Other study',
    expect.stringMatching(/^a+…a+-end$/),
  ]);
});

it('a single value has no interval', () => {
  const alone = { ...row, values: [0.5], halfInterval: null };
  const { marks } = layOutRows([alone], axis, { width: 300 });
  expect(marks.filter((mark) => mark.kind === 'path' && mark.width === 5)).toEqual([]);
});
