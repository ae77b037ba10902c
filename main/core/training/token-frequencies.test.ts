import { describe, expect, it } from 'vitest';

import { logTokenFrequencies } from './token-frequencies.ts';

const vocabulary = { size: 5, specialIds: new Set([0, 1]) };

describe('the frequencies of tokens', () => {
  it('are shares of all that may be predicted, each counted once more', () => {
    const rows = [
      { ids: Int32Array.of(1, 2, 2, 3, 0, 0), length: 4 },
      { ids: Int32Array.of(1, 2, 0), length: 2 },
    ];
    const shares = Array.from(logTokenFrequencies(rows, vocabulary), Math.exp);
    // 2 three times, 3 once, 4 never; special tokens don't count: (1, 1, 4, 2, 1) of 9.
    [1, 1, 4, 2, 1].forEach((count, id) => {
      expect(shares[id]).toBeCloseTo(count / 9, 6);
    });
  });

  it('leave out what pads a row', () => {
    const padded = [{ ids: Int32Array.of(2, 4, 4), length: 1 }];
    const bare = [{ ids: Int32Array.of(2), length: 1 }];
    expect(logTokenFrequencies(padded, vocabulary)).toEqual(logTokenFrequencies(bare, vocabulary));
  });
});
