import { expect, test } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { groupByLength, sortByLength } from './group-by-length.ts';

const draw = new RandomStream(5, 'lengths');
const lengths = Array.from(
  { length: 3001 },
  () => 3 + Math.floor(-20 * Math.log(1 - draw.uniform())),
);

function padding(batches: readonly Int32Array[]): number {
  let real = 0;
  let all = 0;
  for (const batch of batches) {
    const longest = Math.max(...Array.from(batch, (index) => lengths[index]));
    for (const index of batch) real += lengths[index];
    all += longest * batch.length;
  }
  return 1 - real / all;
}

test('every example comes exactly once', () => {
  const batches = groupByLength(lengths, 16, new RandomStream(1, 'order'));
  const seen = batches.flatMap((batch) => [...batch]).sort((a, b) => a - b);
  expect(seen).toEqual(Array.from({ length: 3001 }, (_, index) => index));
  // All are full but one: an epoch has as many steps as its schedule counts.
  const sizes = batches.map((batch) => batch.length).sort((a, b) => a - b);
  expect(sizes).toEqual([3001 % 16, ...new Array<number>(Math.floor(3001 / 16)).fill(16)]);
});

test('pads less than 10 % where shuffling alone would pad more than half', () => {
  expect(padding(groupByLength(lengths, 16, new RandomStream(1, 'order')))).toBeLessThan(0.1);
  expect(padding(sortByLength(lengths, 400))).toBeLessThan(0.05);
});

test('a batch of prediction holds no more tokens than asked for, and not many fewer', () => {
  const batches = sortByLength(lengths, 100);
  expect(batches.flatMap((batch) => [...batch]).sort((a, b) => a - b)).toEqual([...lengths.keys()]);
  const tokens = batches.map((batch) => batch.length * lengths[batch[batch.length - 1]]);
  batches.forEach((batch, index) => {
    if (batch.length > 1) expect(tokens[index]).toBeLessThanOrEqual(100);
    const next = batches.at(index + 1);
    if (next) expect((batch.length + 1) * lengths[next[0]]).toBeGreaterThan(100);
  });
  expect(sortByLength([7], 5)).toEqual([Int32Array.of(0)]);
  expect(sortByLength([], 5)).toEqual([]);
});

test('each epoch has its own order', () => {
  const order = (label: string) =>
    groupByLength(lengths, 16, new RandomStream(1, label)).map((b) => b[0]);
  expect(order('a')).toEqual(order('a'));
  expect(order('a')).not.toEqual(order('b'));
});
