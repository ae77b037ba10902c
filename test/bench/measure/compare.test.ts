import { expect, test } from 'vitest';

import { compare, ours } from './compare.ts';
import { exponentOf } from './growth.ts';
import { median } from './median.ts';

/** Says one after the other how long it took. */
function contestant(name: string, times: readonly number[], calls: string[]) {
  const left = [...times];
  const run = () => {
    calls.push(name);
    return Promise.resolve(left.shift() ?? Number.NaN);
  };
  return { name, run };
}

test('every round has each contestant; ratios are theirs to ours, round by round', async () => {
  const calls: string[] = [];
  const lines: string[] = [];
  // The machine is ten times slower in the last round. The first is for warming up.
  const contestants = [
    contestant(ours, [999, 10, 20, 100], calls),
    contestant('theirs', [1, 20, 60, 300], calls),
  ];
  const { rows } = await compare(contestants, { warmUp: 1, count: 3 }, (line) => lines.push(line));
  expect(calls).toEqual([ours, 'theirs', ours, 'theirs', ours, 'theirs', ours, 'theirs']);
  expect(rows).toEqual([
    { name: ours, medianMs: 20, fastestMs: 10, slowestMs: 100, ratio: null },
    // 20/10, 60/20 and 300/100.
    { name: 'theirs', medianMs: 60, fastestMs: 20, slowestMs: 300, ratio: 3 },
  ]);
  expect(lines).toHaveLength(4);
});

test('the median is the middle of the values as numbers, or the mean of the two', () => {
  expect(median([100, 9, 20])).toBe(20);
  expect(median([100, 9, 20, 30])).toBe(25);
});

test('cost that grows with the work to some power shows that power', () => {
  const work = [1, 2, 4, 16];
  const growing = (power: number) => work.map((amount) => 3 * amount ** power);
  expect(exponentOf(work, growing(1))).toBeCloseTo(1, 12);
  expect(exponentOf(work, growing(2))).toBeCloseTo(2, 12);
});
