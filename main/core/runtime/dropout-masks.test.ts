import { describe, expect, it } from 'vitest';
import type { DropoutSite } from '#core/model/model-builder.ts';
import { chooseReservation, DropoutMasks } from './dropout-masks.ts';
import { planKeepMask, writeKeepBits, writeKeepMask } from './kernels/keep-mask.ts';

const sites: readonly DropoutSite[] = [
  { name: 'hidden', shape: ['rows*columns', 24] },
  { name: 'attention', shape: ['rows', 2, 'columns', 'columns'] },
];
const draw = { key: { seed: 5, microStep: 9 }, rate: 0.1 };
/** The second needs more than the memory that served the first, the last no more than is there. */
const batches = [
  { rows: 1, columns: 3, targets: 1 },
  { rows: 8, columns: 250, targets: 7 },
  { rows: 3, columns: 40, targets: 2 },
];

function countElements(site: number, { rows, columns }: { rows: number; columns: number }): number {
  return site === 0 ? rows * columns * 24 : rows * 2 * columns * columns;
}

describe.each([1, 3])('the masks of a step, drawn by %s threads', (threads) => {
  it('are those of the plain twin for batches of any size', async () => {
    const masks = new DropoutMasks(threads);
    for (const sizes of batches) {
      masks.write(sites, sizes, draw).forEach(({ name, shape, data }, site) => {
        const count = countElements(site, sizes);
        const plain = new Uint8Array(Math.ceil(count / 32) * 32);
        writeKeepMask(plain, planKeepMask(draw.key, site, draw.rate));
        expect(name).toBe(sites[site].name);
        expect(shape.reduce((product, size) => product * size)).toBe(count);
        expect(Buffer.compare(data, plain.subarray(0, count))).toBe(0);
      });
    }
    await masks.dispose();
  });

  it('are those of the plain twin as bits', async () => {
    const masks = new DropoutMasks(threads);
    for (const sizes of batches) {
      masks.writeBits(sites, sizes, draw).forEach(({ words }, site) => {
        const plain = new Int32Array(Math.ceil(countElements(site, sizes) / 32));
        writeKeepBits(plain, planKeepMask(draw.key, site, draw.rate));
        expect(words).toEqual(plain);
      });
    }
    await masks.dispose();
  });
});

describe('the memory for masks', () => {
  const [mebibyte, gibibyte] = [2 ** 20, 2 ** 30];

  it.each([
    ['what is asked for at first', 3 * mebibyte, 0, 3 * mebibyte],
    ['twice what was too little', 3 * mebibyte, 2 * mebibyte, 4 * mebibyte],
    ['more where that is not enough', 9 * mebibyte, 2 * mebibyte, 9 * mebibyte],
    ['no more than one memory can hold', 3 * gibibyte, 2.5 * gibibyte, 4 * gibibyte],
  ])('is %s', (_, bytes, heldBytes, reserved) => {
    expect(chooseReservation(bytes, heldBytes)).toBe(reserved);
  });
});
