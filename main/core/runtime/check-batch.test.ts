import { describe, expect, it } from 'vitest';
import type { TargetBatch } from '#core/training/ports.ts';
import { checkQuestions, checkTargets } from './check-batch.ts';

const limits = {
  vocabularySize: 50,
  maxColumns: 8,
  classCount: 3,
  labelsPerTarget: 1,
  part: 'whole',
  stateSize: 2,
} as const;
const good: TargetBatch = {
  rows: 2,
  columns: 4,
  inputIds: Int32Array.of(1, 2, 3, 0, 49, 2, 0, 0),
  lengths: Int32Array.of(3, 2),
  positions: Int32Array.of(0, 7),
  labels: Int32Array.of(2, 0),
  weights: Float32Array.of(0.5, 0.5),
};

describe('a batch', () => {
  it('passes when sizes and indices fit', () => {
    expect(() => {
      checkTargets(good, limits);
      checkQuestions(good, limits);
    }).not.toThrow();
  });

  it.each<[string, Partial<TargetBatch>]>([
    ['no rows', { rows: 0 }],
    ['half a row', { rows: 1.5 }],
    ['rows longer than the model', { columns: 9 }],
    ['too few token ids', { inputIds: new Int32Array(7) }],
    ['a token id above the vocabulary', { inputIds: Int32Array.of(1, 2, 3, 0, 50, 2, 0, 0) }],
    ['a negative token id', { inputIds: Int32Array.of(1, 2, 3, 0, -1, 2, 0, 0) }],
    ['too few lengths', { lengths: Int32Array.of(3) }],
    ['an empty row', { lengths: Int32Array.of(3, 0) }],
    ['a row longer than the batch', { lengths: Int32Array.of(3, 5) }],
    ['no targets', { positions: new Int32Array(0) }],
    ['a position after the end', { positions: Int32Array.of(0, 8) }],
    ['a negative position', { positions: Int32Array.of(-1, 7) }],
    ['too few labels', { labels: Int32Array.of(2) }],
    ['a label that is no class', { labels: Int32Array.of(3, 0) }],
    ['too few weights', { weights: Float32Array.of(1) }],
    ['a weight that is no number', { weights: Float32Array.of(1, NaN) }],
  ])('is refused with %s', (_, change) => {
    expect(() => {
      checkTargets({ ...good, ...change }, limits);
    }).toThrow(expect.objectContaining({ code: 'batch.malformed' }));
  });

  it('of several labels has an answer for each, 0 or 1', () => {
    const several = { ...limits, labelsPerTarget: 3 };
    const check = (...labels: number[]) => {
      checkTargets({ ...good, labels: Int32Array.from(labels) }, several);
    };
    expect(() => {
      check(1, 0, 1, 0, 0, 0);
    }).not.toThrow();
    for (const wrong of [
      [1, 0, 2, 0, 0, 0],
      [1, 0],
      [1, 0, 1],
    ]) {
      expect(() => {
        check(...wrong);
      }).toThrow(expect.objectContaining({ code: 'batch.malformed' }));
    }
  });

  it('of states passes where a head alone is asked, and only there', () => {
    const states = {
      states: Float32Array.of(1, 2, 3, 4),
      lengths: Int32Array.of(3, 2),
      labels: Int32Array.of(2, 0),
      weights: Float32Array.of(0.5, 0.5),
    };
    const head = { ...limits, part: 'head' } as const;
    expect(() => {
      checkTargets(states, head);
    }).not.toThrow();
    const refusals: (() => void)[] = [
      () => {
        checkTargets(states, limits);
      },
      () => {
        checkTargets(good, head);
      },
      () => {
        checkTargets(good, { ...limits, part: 'encoder' });
      },
      () => {
        checkTargets({ ...states, states: Float32Array.of(1, 2, 3) }, head);
      },
      () => {
        checkTargets({ ...states, states: Float32Array.of(1, 2, 3, NaN) }, head);
      },
      () => {
        checkQuestions({ states: new Float32Array(0) }, head);
      },
    ];
    for (const refused of refusals) {
      expect(refused).toThrow(expect.objectContaining({ code: 'batch.malformed' }));
    }
  });
});
