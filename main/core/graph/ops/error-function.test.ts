import { describe, expect, it } from 'vitest';

import { errorFunction } from './error-function.ts';

describe('erf', () => {
  // Python's math.erf.
  it.each([
    [0, 0],
    [1e-8, 1.1283791670955126e-8],
    [0.5, 0.5204998778130465],
    [-1, -0.8427007929497149],
    [2.5, 0.999593047982555],
    [5, 0.9999999999984626],
    [7, 1],
  ])('of %d is %d', (x, expected) => {
    expect(errorFunction(x)).toBeCloseTo(expected, 14);
  });
});
