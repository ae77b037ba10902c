import { expect, it } from 'vitest';
import { thinPoints } from './thin-points.ts';

it('keeps the ends of a curve, its order, and no more points than may be', () => {
  const points = Array.from({ length: 5000 }, (_, index) => (index / 4999) ** 4);
  const kept = thinPoints(points, 300, (point) => point);
  expect(kept.length).toBeLessThanOrEqual(300);
  expect(kept.length).toBeGreaterThan(200);
  expect([kept[0], kept.at(-1)]).toEqual([0, 1]);
  expect(kept.toSorted((a, b) => a - b)).toEqual(kept);
  const gaps = kept.slice(1).map((point, index) => point - kept[index]);
  expect(Math.max(...gaps)).toBeLessThan(2.5 / 300);
  expect(thinPoints([3, 4], 300, (point) => point)).toEqual([3, 4]);
  expect(thinPoints([1, 1, 1, 1], 2, () => 1).length).toBeLessThanOrEqual(2);
});
