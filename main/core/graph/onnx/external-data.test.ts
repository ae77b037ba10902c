import { describe, expect, test } from 'vitest';
import { describeWeightBeside } from './encode-weights.ts';
import { tensorType } from './encode.ts';
import { layOutExternalData } from './external-data.ts';

const gibibyte = 2 ** 30;

describe('Weights in a file of their own', () => {
  test('lie one after the other, each where a page begins', () => {
    expect(layOutExternalData([10, 4096, 0, 5000, 1])).toEqual([
      { offset: 0, length: 10, paddingBefore: 0 },
      { offset: 4096, length: 4096, paddingBefore: 4086 },
      { offset: 8192, length: 0, paddingBefore: 0 },
      { offset: 8192, length: 5000, paddingBefore: 0 },
      { offset: 16384, length: 1, paddingBefore: 3192 },
    ]);
    expect(layOutExternalData([])).toEqual([]);
  });

  test('may lie beyond 2 GiB, 4 GiB and any number of 32 bits', () => {
    const lengths = [3 * gibibyte - 1, 3 * gibibyte, 5000 * gibibyte + 1, 7];
    const places = layOutExternalData(lengths);
    let end = 0n;
    for (const [index, { offset, length, paddingBefore }] of places.entries()) {
      expect(length).toBe(lengths[index]);
      expect(offset % 4096).toBe(0);
      expect(BigInt(offset)).toBe(end + BigInt(paddingBefore));
      end = BigInt(offset) + BigInt(length);
    }
    expect(places.map(({ offset }) => offset)).toEqual([
      0,
      3 * gibibyte,
      6 * gibibyte,
      5006 * gibibyte + 4096,
    ]);
  });

  test('are found at offsets that are written in full', () => {
    const weight = { name: 'w', dataType: 'float32', shape: [805_306_368] } as const;
    const place = { offset: 5006 * gibibyte + 4096, length: 3 * gibibyte };
    const bytes = describeWeightBeside(weight, { ...place, location: 'model.onnx_data' });
    const read = tensorType.toObject(tensorType.decode(bytes), { longs: Number }) as unknown;
    expect(read).toEqual({
      dims: [805_306_368],
      dataType: 1,
      name: 'w',
      externalData: [
        { key: 'location', value: 'model.onnx_data' },
        { key: 'offset', value: '5375151575040' },
        { key: 'length', value: '3221225472' },
      ],
      dataLocation: 1,
    });
  });
});
