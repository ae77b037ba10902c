import { expect, it } from 'vitest';
import { judgeSpans, type FoundSpan } from './judge-spans.ts';

const span = (start: number, end: number, type = 'DRUG'): FoundSpan => ({ start, end, type });
const told = (truths: readonly FoundSpan[], found: readonly FoundSpan[]) =>
  judgeSpans(truths, found).map(
    ({ start, end, type, verdict }) => `${start}-${end} ${type} ${verdict}`,
  );

it('every kind of error has its name', () => {
  const truths = [span(0, 4), span(10, 14), span(20, 24), span(30, 34)];
  const found = [span(0, 4), span(10, 12), span(20, 24, 'DISEASE'), span(50, 55)];
  expect(told(truths, found)).toEqual([
    '0-4 DRUG right',
    '10-12 DRUG wrong-boundary',
    '20-24 DISEASE wrong-type',
    '30-34 DRUG missed',
    '50-55 DRUG spurious',
  ]);
});

it('none that is right is taken by one that is not, in whatever order they are listed', () => {
  const truths = [span(0, 10), span(12, 20)];
  const found = [span(8, 14), span(12, 20), span(0, 3)];
  // 8-14 is 12 away from 0-10 and 0-3 is 7 away: the nearer one is paired.
  expect(told(truths, found)).toEqual([
    '0-3 DRUG wrong-boundary',
    '8-14 DRUG spurious',
    '12-20 DRUG right',
  ]);
  expect(told(truths.toReversed(), found.toReversed())).toEqual(told(truths, found));
});

it('one true entity that was found in two pieces is found once', () => {
  expect(told([span(0, 10)], [span(0, 4), span(5, 10)])).toEqual([
    '0-4 DRUG spurious',
    '5-10 DRUG wrong-boundary',
  ]);
});

it('neighbours that touch do not overlap', () => {
  expect(told([span(0, 4)], [span(4, 8)])).toEqual(['0-4 DRUG missed', '4-8 DRUG spurious']);
});
