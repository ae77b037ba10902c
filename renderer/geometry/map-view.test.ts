import { describe, expect, it } from 'vitest';
import {
  drawDots,
  fitPlaces,
  moveView,
  pointAt,
  pointsInside,
  toPixels,
  wholeMap,
  zoomAt,
} from './map-view.ts';

const fitted = fitPlaces([-10, 0, 10, 0, 0, 5]);

describe('A map', () => {
  it('is fitted into a square without stretching it', () => {
    expect([...fitted].map((place) => Math.round(100 * place))).toEqual([4, 39, 96, 39, 50, 62]);
    expect([...fitPlaces([3, 3])]).toEqual([0.5, 0.5]);
  });

  it('is enlarged around a place that stays, and never leaves the square', () => {
    const view = zoomAt(wholeMap, 2, [0.25, 0.5]);
    const before = toPixels(Float64Array.of(0.25, 0.5), wholeMap, 400);
    expect([...toPixels(Float64Array.of(0.25, 0.5), view, 400)]).toEqual([...before]);
    expect(moveView(view, -10, 0)).toEqual({ x: 0.25, y: 0.5, zoom: 2 });
    expect(zoomAt(view, 0.1, [0, 0])).toEqual(wholeMap);
  });

  it('tells the point under the pointer and those inside a line', () => {
    const pixels = toPixels(fitted, wholeMap, 100);
    expect(pointAt(pixels, 52, 60)).toBe(2);
    expect(pointAt(pixels, 70, 90)).toBeNull();
    const around = [
      [40, 50],
      [60, 50],
      [60, 70],
      [40, 70],
    ] as const;
    expect(pointsInside(pixels, around)).toEqual([2]);
  });

  it('draws what is seen alone', () => {
    const pixels = Float64Array.of(10, 10, 300, 10);
    expect(drawDots([0, 1], pixels, 100, 1).match(/M/g)).toHaveLength(1);
  });
});
