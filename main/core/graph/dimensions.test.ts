import { describe, expect, it } from 'vitest';

import {
  addDimensions,
  broadcastShapes,
  estimateElementCount,
  evaluateDimension,
  multiplyDimensions,
} from './dimensions.ts';

const sizes = new Map([
  ['rows', 3],
  ['columns', 5],
  ['targets', 7],
]);

describe('symbolic sizes', () => {
  it('are numbers as long as nothing is unknown', () => {
    expect(multiplyDimensions([2, 3, 4])).toBe(24);
    expect(addDimensions([2, 3])).toBe(5);
    expect(multiplyDimensions([])).toBe(1);
  });

  it('have one spelling, so that equal sizes are equal strings', () => {
    expect(multiplyDimensions(['rows', 'columns', 4])).toBe(
      multiplyDimensions([2, 'columns', 2, 'rows']),
    );
    expect(multiplyDimensions([multiplyDimensions(['rows', 'columns']), 4])).toBe('4*columns*rows');
    expect(addDimensions(['targets', 'rows'])).toBe(addDimensions(['rows', 'targets']));
    expect(addDimensions(['rows', 'rows'])).toBe('2*rows');
  });

  it('multiply sums term by term', () => {
    const sum = addDimensions([multiplyDimensions(['rows', 'columns']), 'targets', 2]);
    const product = multiplyDimensions([sum, 'rows']);
    expect(evaluateDimension(sum, sizes)).toBe(3 * 5 + 7 + 2);
    expect(evaluateDimension(product, sizes)).toBe((3 * 5 + 7 + 2) * 3);
  });

  it('name the symbol whose size nobody gave', () => {
    expect(() => evaluateDimension('rows*layers', sizes)).toThrow(/"layers"/);
  });

  it('are guessed where two forms are compared', () => {
    expect(estimateElementCount(['rows', 'columns'])).toBe(
      estimateElementCount([multiplyDimensions(['rows', 'columns'])]),
    );
  });
});

describe('broadcasting', () => {
  it('repeats axes of size 1 and missing leading axes', () => {
    expect(broadcastShapes(['rows', 1, 4], ['columns', 1])).toEqual(['rows', 'columns', 4]);
    expect(broadcastShapes([], [2, 3])).toEqual([2, 3]);
  });

  it('refuses two sizes that are not known to be equal', () => {
    expect(broadcastShapes(['rows'], ['columns'])).toBeNull();
    expect(broadcastShapes([2], [3])).toBeNull();
  });
});
