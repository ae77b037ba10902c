import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { refusing } from '#core/storage/testing/refusing.ts';
import { classQuantiles, predictionSet } from './class-quantiles.ts';

const labels = ['no', 'yes'];
const note = (label: string, probability: number) => ({
  ...{ id: '', fold: 0, groupId: null, label },
  scores: [1 - probability, probability],
});

/** Notes whose scores overlap: the positives, a quarter, lie higher. */
function draw(random: RandomStream, count: number) {
  return Array.from({ length: count }, () => {
    const isPositive = random.uniform() < 0.25;
    const odds = random.normal() + (isPositive ? 1 : -1);
    return note(isPositive ? 'yes' : 'no', 1 / (1 + Math.exp(-odds)));
  });
}

describe('Class-wise conformal sets', () => {
  it('take the ⌈(n + 1)(1 − α)⌉-th smallest doubt of each class', () => {
    // Nine positives with doubts 0.1 to 0.9: the 9th for 0.1, the 8th of ten for 0.2.
    const positives = Array.from({ length: 9 }, (_, at) => note('yes', 1 - (at + 1) / 10));
    expect(classQuantiles({ labels, notes: positives }, 0.1)).toEqual([
      { name: 'no', quantile: null, notes: 0 },
      { name: 'yes', quantile: expect.closeTo(0.9, 12) as number, notes: 9 },
    ]);
    expect(classQuantiles({ labels, notes: positives }, 0.2)[1].quantile).toBeCloseTo(0.8, 12);
  });

  it('hold a class of which there are too few notes always', () => {
    const eight = Array.from({ length: 8 }, () => note('yes', 0.99));
    const classes = classQuantiles({ labels, notes: eight }, 0.1);
    expect(classes.map(({ quantile }) => quantile)).toEqual([null, null]);
    expect(predictionSet(classes, [1, 0])).toEqual(labels);
  });

  it('are empty where no class fits, and hold what lies on the line', () => {
    const classes = [
      { name: 'no', quantile: 0.25 },
      { name: 'yes', quantile: 0.25 },
    ];
    expect(predictionSet(classes, [0.5, 0.5])).toEqual([]);
    expect(predictionSet(classes, [0.25, 0.75])).toEqual(['yes']);
  });

  it('refuse a rate that is none', () => {
    for (const rate of [0, 1, NaN]) {
      refusing('evaluation.out-of-range', () => classQuantiles({ labels, notes: [] }, rate));
    }
  });

  it('cover each class as promised, over 1,000 divisions', () => {
    const random = new RandomStream(7, 'conformal');
    const errorRate = 0.1;
    const covered = labels.map(() => ({ share: 0, divisions: 0, least: 0 }));
    for (let division = 0; division < 1_000; division++) {
      const classes = classQuantiles({ labels, notes: draw(random, 200) }, errorRate);
      const tested = draw(random, 200);
      for (const [index, name] of labels.entries()) {
        const own = tested.filter(({ label }) => label === name);
        if (own.length === 0) continue;
        const hits = own.filter(({ scores }) => predictionSet(classes, scores).includes(name));
        covered[index].share += hits.length / own.length;
        covered[index].least += 1 / (classes[index].notes + 1);
        covered[index].divisions++;
      }
    }
    for (const { share, divisions, least } of covered) {
      expect(share / divisions).toBeGreaterThan(1 - errorRate - 0.01);
      expect(share / divisions).toBeLessThan(1 - errorRate + least / divisions + 0.01);
    }
  });
});
