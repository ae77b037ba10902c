import { expect, it } from 'vitest';
import { countThousand, nearestRow, type ThresholdRow } from './count-thousand.ts';
import { drawThousand } from './draw-thousand.ts';

const share = (value: number | null) => ({ value, intervals: [] });

it('a thousand notes add up, and are those of the book', () => {
  // Prevalence .02, sensitivity .95, specificity .90: 117 alerts, of which 19 are right.
  const thousand = countThousand({ sensitivity: share(0.95), specificity: share(0.9) }, 0.02);
  expect(thousand).toEqual({ found: 19, missed: 1, falseAlerts: 98, quiet: 882 });
  for (let step = 1; step < 60; step++) {
    const [a, b] = [step / 61, (step * 7) % 61];
    const parts = countThousand({ sensitivity: share(a), specificity: share(b / 61) }, step / 61);
    expect(parts === null ? 0 : parts.found + parts.missed + parts.falseAlerts + parts.quiet).toBe(
      1000,
    );
  }
  expect(countThousand({ sensitivity: share(null), specificity: share(1) }, 0.5)).toBeNull();
});

it('a picture of a thousand notes has a thousand marks, of four kinds', () => {
  const { marks } = drawThousand({ found: 19, missed: 1, falseAlerts: 98, quiet: 882 }, 500);
  expect(marks).toHaveLength(1000);
  const counts = Map.groupBy(marks, ({ ink }) => ink);
  expect(
    ['series-0', 'series-1', 'series-3', 'axis'].map((ink) => counts.get(ink as never)?.length),
  ).toEqual([19, 98, 1, 882]);
});

it('the slider stands at the nearest threshold', () => {
  const rows = [0.1, 0.4, 0.9].map((threshold) => ({ threshold }) as ThresholdRow);
  expect([0, 0.3, 0.65, 0.7, 2].map((score) => nearestRow(rows, score))).toEqual([0, 1, 1, 2, 2]);
});
