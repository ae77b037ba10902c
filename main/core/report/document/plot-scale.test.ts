import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeScale } from './plot-scale.ts';

describe('makeScale', () => {
  it('has round ticks around the values', () => {
    expect(makeScale([0.71, 0.88], 0, 100).ticks).toEqual([0.7, 0.75, 0.8, 0.85, 0.9]);
  });

  it('places every value within its range, and ticks from one end to the other', () => {
    const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(values, (scores) => {
        const { ticks, place } = makeScale(scores, 190, 660);
        expect(ticks.length).toBeGreaterThanOrEqual(3);
        expect(ticks.length).toBeLessThanOrEqual(9);
        expect(new Set(ticks).size).toBe(ticks.length);
        expect(place(ticks[0])).toBeCloseTo(190, 3);
        expect(place(ticks[ticks.length - 1])).toBeCloseTo(660, 3);
        for (const score of scores) {
          expect(place(score)).toBeGreaterThanOrEqual(190 - 1e-6);
          expect(place(score)).toBeLessThanOrEqual(660 + 1e-6);
        }
      }),
      { examples: [[[-0.003]], [[1, 1]]], numRuns: 300 },
    );
  });
});
