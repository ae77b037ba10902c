import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import type { Shape } from '#core/graph/types.ts';
import type { Bucket } from './buckets.ts';
import { padMaskBits } from './pad-mask-bits.ts';

const from = { rows: 2, columns: 3, targets: 3 };
const to = { rows: 3, columns: 4, targets: 4 };

/** The first element of the mask in the lowest bit of the first word. */
function pack(mask: readonly number[]): Int32Array {
  const words = new Int32Array(Math.ceil(mask.length / 32));
  mask.forEach((kept, element) => (words[element >>> 5] |= kept << (element & 31)));
  return words;
}

function unpack(words: Int32Array, count: number): number[] {
  return Array.from(
    { length: count },
    (_, element) => (words[element >>> 5] >>> (element & 31)) & 1,
  );
}

describe('a dropout mask of bits', () => {
  it('keeps every element at its row and column, also where one axis holds both', () => {
    const mask = [1, 0, 1, 1, 0, 1, 1, 1, 0, 0, 1, 1];
    const padded = padMaskBits(pack(mask), ['columns*rows', 2], { from, to });
    expect(unpack(padded, 32)).toEqual([
      ...[1, 0, 1, 1, 0, 1, 0, 0],
      ...[1, 1, 0, 0, 1, 1, 0, 0],
      ...new Array<number>(16).fill(0),
    ]);
  });

  it('of attention keeps every pair of places', () => {
    const small = { rows: 1, columns: 2, targets: 1 };
    const large = { rows: 2, columns: 3, targets: 1 };
    const shape = ['rows', 1, 'columns', 'columns'];
    const padded = padMaskBits(pack([1, 1, 0, 1]), shape, { from: small, to: large });
    expect(unpack(padded, 18)).toEqual([1, 1, 0, 0, 1, ...new Array<number>(13).fill(0)]);
  });

  it('is not copied where the sizes are those of the bucket', () => {
    const words = pack([1, 1, 0, 1, 0, 0, 1, 0, 1]);
    expect(padMaskBits(words, ['targets', 3], { from, to: from })).toBe(words);
  });

  it('has, whatever the sizes, each element where plain loops put it', () => {
    const sizes = fc.record({
      rows: fc.integer({ min: 1, max: 4 }),
      columns: fc.integer({ min: 1, max: 40 }),
      targets: fc.integer({ min: 1, max: 5 }),
    });
    const width = fc.constantFrom(1, 3, 32, 33, 64);
    fc.assert(
      fc.property(sizes, sizes, width, fc.nat(1000), (small, added, hidden, seed) => {
        const large: Bucket = {
          rows: small.rows + added.rows - 1,
          columns: small.columns + added.columns - 1,
          targets: small.targets + added.targets - 1,
        };
        const random = new RandomStream(seed, 'mask');
        const draw = (count: number) => Array.from({ length: count }, () => random.integer(2));
        const check = (shape: Shape, narrow: readonly number[], wide: readonly number[]) => {
          const size = (axes: readonly number[]) => axes.reduce((all, axis) => all * axis, 1);
          const mask = draw(size(narrow));
          const expected = new Array<number>(size(wide)).fill(0);
          mask.forEach((kept, element) => {
            let [rest, at, step] = [element, 0, 1];
            for (let axis = narrow.length - 1; axis >= 0; axis--) {
              at += (rest % narrow[axis]) * step;
              rest = Math.floor(rest / narrow[axis]);
              step *= wide[axis];
            }
            expected[at] = kept;
          });
          const words = padMaskBits(pack(mask), shape, { from: small, to: large });
          expect(unpack(words, size(wide))).toEqual(expected);
        };
        check(
          ['columns*rows', hidden],
          [small.rows, small.columns, hidden],
          [large.rows, large.columns, hidden],
        );
        check(['targets', hidden], [small.targets, hidden], [large.targets, hidden]);
        check(
          ['rows', 2, 'columns', 'columns'],
          [small.rows, 2, small.columns, small.columns],
          [large.rows, 2, large.columns, large.columns],
        );
      }),
      { numRuns: 60 },
    );
  });
});
