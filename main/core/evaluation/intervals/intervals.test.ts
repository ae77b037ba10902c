import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clopperPearsonInterval, clopperPearsonLower } from './clopper-pearson-interval.ts';
import { wilsonInterval } from './wilson-interval.ts';

type Ends = [lower: number, upper: number];
const { shares } = JSON.parse(
  readFileSync('test/fixtures/evaluation/probabilities.json', 'utf8'),
) as {
  shares: ({ count: number; total: number } & Record<string, { exact: Ends; wilson: Ends }>)[];
};

describe('intervals of a share', () => {
  it(`equal SciPy's, ${shares.length} shares at three confidences`, () => {
    for (const { count, total, ...expected } of shares) {
      for (const confidence of [0.9, 0.95, 0.99]) {
        const { exact, wilson } = expected[String(confidence)];
        for (const [found, ends] of [
          [clopperPearsonInterval(count, total, confidence), exact],
          [wilsonInterval(count, total, confidence), wilson],
        ] as const) {
          expect(found.lower).toBeCloseTo(ends[0], 9);
          expect(found.upper).toBeCloseTo(ends[1], 9);
          expect(found.confidence).toBe(confidence);
        }
      }
    }
  });

  it('are 0.8350 to 0.9862 and 0.8308 to 0.9939 for 38 of 40', () => {
    const rounded = ({ lower, upper }: { lower: number; upper: number }) =>
      [lower, upper].map((end) => end.toFixed(4));
    expect(rounded(wilsonInterval(38, 40))).toEqual(['0.8350', '0.9862']);
    expect(rounded(clopperPearsonInterval(38, 40))).toEqual(['0.8308', '0.9939']);
  });

  it('say nothing of nothing, and stay within 0 and 1', () => {
    expect(wilsonInterval(0, 0)).toMatchObject({ lower: 0, upper: 1 });
    expect(clopperPearsonInterval(0, 0)).toMatchObject({ lower: 0, upper: 1 });
    for (const make of [wilsonInterval, clopperPearsonInterval]) {
      expect(make(0, 5).lower).toBe(0);
      expect(make(5, 5).upper).toBe(1);
    }
    expect(clopperPearsonLower(0, 5, 0.95)).toBe(0);
    expect(clopperPearsonLower(59, 59, 0.95)).toBeCloseTo(0.05 ** (1 / 59), 12);
  });
});
