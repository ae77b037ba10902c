import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countUnread, cutNote, noteReadings } from './note-readings.ts';
import { poolLabels, poolWindows } from './pool-windows.ts';

const idsOf = (length: number) => Int32Array.from({ length }, (_, index) => index);

describe('a note that is longer than the model', () => {
  it('is read as its head and its tail: 128 and 382 of 510 tokens', () => {
    const [stretch] = cutNote(idsOf(1000), 510, 'head-tail');
    expect(stretch).toHaveLength(510);
    expect([stretch[127], stretch[128], stretch[509]]).toEqual([127, 1000 - 382, 999]);
  });

  it.each(noteReadings)('has every token in a window or among the unread: %s', (reading) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 60 }),
        (length, room) => {
          const stretches = cutNote(idsOf(length), room, reading);
          const read = new Set(stretches.flatMap((each) => [...each]));
          expect(read.size).toBe(length - countUnread(length, room, reading));
          for (const each of stretches) expect(each.length).toBeLessThanOrEqual(room);
          if (length <= room) expect(stretches).toEqual([idsOf(length)]);
        },
      ),
    );
  });
});

describe('the windows of a note', () => {
  /** Logits of two classes that give the second this probability. */
  const sure = (probability: number) => [0, Math.log(probability / (1 - probability))];
  const positive = (pooled: readonly number[]) => 1 / (1 + Math.exp(pooled[0] - pooled[1]));
  const windows = [sure(0.1), sure(0.9), sure(0.2)];

  it.each([
    ['windows-maximum', 0.9],
    ['windows-mean', 0.4],
    // (0.9 + 0.4 × 1.5) / 2.5
    ['windows-huang', 0.6],
  ] as const)('are pooled by the probability of the positive class: %s', (reading, expected) => {
    expect(positive(poolWindows(windows, reading, 1))).toBeCloseTo(expected, 9);
  });

  it('are pooled for the class that is looked for, which may be the first', () => {
    const pooled = poolWindows(windows, 'windows-maximum', 0);
    expect(1 - positive(pooled)).toBeCloseTo(0.9, 9);
    expect(positive(poolWindows([sure(1e-20), sure(0.3)], 'windows-maximum', 1))).toBeCloseTo(
      0.3,
      9,
    );
  });

  it('of more classes are pooled alike, and their probabilities add up to 1', () => {
    const pooled = poolWindows(
      [
        [Math.log(0.7), Math.log(0.2), Math.log(0.1)],
        [Math.log(0.1), Math.log(0.1), Math.log(0.8)],
      ],
      'windows-maximum',
      0,
    );
    const shares = pooled.map(Math.exp);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(shares[2]).toBeCloseTo(0.8 / 1.7, 9);
  });

  it('leave a note of one window as the model says it', () => {
    expect(poolWindows([Float32Array.of(0.25, -3)], 'windows-huang', 1)).toEqual([0.25, -3]);
  });

  it.each([
    ['windows-maximum', [0.9, 0.3]],
    ['windows-mean', [0.4, 0.3]],
    ['windows-huang', [0.6, 0.3]],
  ] as const)('of several labels are pooled label by label: %s', (reading, expected) => {
    const logit = (probability: number) => Math.log(probability / (1 - probability));
    const ofNote = [0.1, 0.9, 0.2].map((each) => [[logit(each), logit(0.3)]]);
    const short = [[2, -40]];
    const [long, one] = poolLabels([ofNote, short], [...ofNote, short], reading);
    long.forEach((pooled, label) => {
      expect(1 / (1 + Math.exp(-pooled))).toBeCloseTo(expected[label], 9);
    });
    // Of one window what the model says, also where its probability is as good as 0.
    expect(one).toEqual([2, -40]);
  });
});
