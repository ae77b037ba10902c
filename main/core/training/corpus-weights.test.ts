import { describe, expect, it } from 'vitest';
import { drawRows, quotasOf } from './corpus-weights.ts';

const corpora = [
  { rowCount: 800, tokenCount: 80_000 },
  { rowCount: 100, tokenCount: 10_000 },
  { rowCount: 500, tokenCount: 10_000 },
];
const sharesOf = (quotas: readonly number[]) => {
  const tokens = quotas.map(
    (quota, index) => (quota * corpora[index].tokenCount) / corpora[index].rowCount,
  );
  const total = tokens.reduce((sum, each) => sum + each, 0);
  return { total, shares: tokens.map((each) => each / total) };
};

describe('corpora that are weighted', () => {
  it('are as large as they are by size, and a temperature of 1 is the same', () => {
    expect(quotasOf(corpora, 'size')).toEqual([800, 100, 500]);
    expect(quotasOf(corpora, { temperature: 1 })).toEqual([800, 100, 500]);
  });

  it('are alike in tokens, not in rows, where that is asked for', () => {
    const { total, shares } = sharesOf(quotasOf(corpora, 'even'));
    for (const share of shares) expect(share).toBeCloseTo(1 / 3, 2);
    expect(total / 100_000).toBeCloseTo(1, 2);
  });

  it('are in proportion to n^(1/T)', () => {
    // 80,000^0.5 : 10,000^0.5 : 10,000^0.5 = 2.8284 : 1 : 1
    const { shares } = sharesOf(quotasOf(corpora, { temperature: 2 }));
    [0.5858, 0.2071, 0.2071].forEach((share, index) => {
      expect(shares[index]).toBeCloseTo(share, 2);
    });
  });

  it('leave none out, and need none that is empty', () => {
    const some = [
      { rowCount: 1, tokenCount: 1 },
      { rowCount: 9_999, tokenCount: 1_000_000 },
    ];
    expect(quotasOf([...some, { rowCount: 0, tokenCount: 0 }], { temperature: 1 })).toEqual([
      1, 9_999, 0,
    ]);
  });

  it('give each row of a corpus once before any comes again, over epochs too', () => {
    const two = [
      { rowCount: 10, tokenCount: 100 },
      { rowCount: 4, tokenCount: 40 },
    ];
    const quotas = [4, 10];
    const epochs = [0, 1, 2, 3, 4].map((epoch) => [...drawRows(two, quotas, { epoch, seed: 3 })]);
    const first = epochs.flatMap((rows) => rows.slice(0, 4));
    expect([...first.slice(0, 10)].sort((a, b) => a - b)).toEqual([...Array(10).keys()]);
    expect([...first.slice(10)].sort((a, b) => a - b)).toEqual([...Array(10).keys()]);
    const second = epochs.flatMap((rows) => rows.slice(4));
    for (let pass = 0; pass < 12; pass++) {
      const rows = second.slice(4 * pass, 4 * pass + 4).sort((a, b) => a - b);
      expect(rows).toEqual([10, 11, 12, 13]);
    }
    expect(drawRows(two, quotas, { epoch: 1, seed: 3 })).toEqual(Int32Array.from(epochs[1]));
    expect(drawRows(two, quotas, { epoch: 1, seed: 4 })).not.toEqual(Int32Array.from(epochs[1]));
  });
});
