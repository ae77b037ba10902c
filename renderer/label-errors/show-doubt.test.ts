import { expect, it } from 'vitest';
import { reachOfDoubt, showDoubt } from './show-doubt.ts';

const span = (start: number, end: number) => ({ kind: 'span', type: 'Sign', start, end }) as const;
const names = {
  given: (type: string) => `given ${type}`,
  expected: (type: string) => `expected ${type}`,
};

it('shows both ends of a mark whose end is in doubt, and reaches over them', () => {
  const doubt = { given: span(4, 9), expected: span(0, 9) };
  expect(showDoubt(doubt, names).map(({ label, start, end }) => [label, start, end])).toEqual([
    ['given Sign', 4, 9],
    ['expected Sign', 0, 9],
  ]);
  expect(reachOfDoubt(doubt)).toEqual({ start: 0, end: 9 });
});

it('shows what is missing alone, and nothing of a class', () => {
  expect(showDoubt({ given: null, expected: span(0, 3) }, names)).toHaveLength(1);
  const ofClass = {
    given: { kind: 'class', label: 'no' },
    expected: { kind: 'class', label: 'yes' },
  } as const;
  expect(showDoubt(ofClass, names)).toEqual([]);
  expect(reachOfDoubt(ofClass)).toBeNull();
});
