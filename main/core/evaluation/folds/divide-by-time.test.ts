import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideByTime } from './divide-by-time.ts';
import type { FoldItem } from './fold-item.ts';

const dayAfter = (days: number) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10);
const note = (day: number | null, label: string, groupId: string | null = null): FoldItem => ({
  labels: [label],
  groupId,
  date: day === null ? null : dayAfter(day),
});
const divide = (items: readonly FoldItem[], foldCount: number) =>
  divideByTime(items, { kind: 'classification', foldCount });

const { cases } = JSON.parse(readFileSync('test/fixtures/evaluation/time-folds.json', 'utf8')) as {
  cases: { order: number[]; folds: { train: number[]; test: number[] }[] }[];
};

describe('folds by time', () => {
  it.each(cases)('are those of scikit-learn where each example has a day of its own', (each) => {
    // The first two are of two classes, so that there is something to learn.
    const items = each.order.map((day) => note(day, day % 2 === 0 ? 'yes' : 'no'));
    const { sides, undatedCount } = divide(items, each.folds.length);
    expect(sides.map(({ train, test }) => ({ train: [...train], test: [...test] }))).toEqual(
      each.folds,
    );
    expect(undatedCount).toBe(0);
  });

  it('learn nothing of the tested days or later, nothing of tested patients, and test no day twice', () => {
    const anyItems = fc.array(
      fc.record({
        day: fc.option(fc.nat(60), { freq: 8 }),
        label: fc.constantFrom('yes', 'no'),
        patient: fc.option(fc.nat(30)),
      }),
      { minLength: 60, maxLength: 200 },
    );
    fc.assert(
      fc.property(anyItems, fc.integer({ min: 2, max: 4 }), (drawn, foldCount) => {
        const items = drawn.map(({ day, label, patient }) =>
          note(day, label, patient === null ? null : `p${patient}`),
        );
        const { sides, periods } = divide(items, foldCount);
        const dateOf = (index: number) => items[index].date ?? '';
        const seen = new Set<number>();
        for (const [fold, { train, test }] of sides.entries()) {
          expect(test.length).toBe(periods[fold].count);
          const patients = new Set(Array.from(test, (index) => items[index].groupId));
          patients.delete(null);
          for (const index of train) {
            expect(dateOf(index) < periods[fold].from && dateOf(index) !== '').toBe(true);
            expect(patients.has(items[index].groupId)).toBe(false);
          }
          for (const index of test) {
            expect(periods[fold].from <= dateOf(index) && dateOf(index) <= periods[fold].to).toBe(
              true,
            );
            expect(seen.has(index)).toBe(false);
            seen.add(index);
          }
        }
        // Whatever is dated and not of the first period is tested.
        const late = items.filter(({ date }) => (date ?? '') >= periods[0].from);
        expect(seen.size).toBe(late.length);
      }),
      { numRuns: 100 },
    );
  });

  it('divide no day, count what has no date, and say what is tested before it was learned', () => {
    const items = [
      ...Array.from({ length: 10 }, (_, index) => note(0, index % 2 === 0 ? 'yes' : 'no')),
      ...Array.from({ length: 10 }, () => note(5, 'yes')),
      ...Array.from({ length: 9 }, () => note(9, 'no')),
      note(9, 'rare'),
      note(null, 'yes'),
    ];
    const { sides, periods, undatedCount, unlearnedLabels } = divide(items, 2);
    expect(periods).toEqual([
      { from: '2020-01-06', to: '2020-01-06', count: 10 },
      { from: '2020-01-10', to: '2020-01-10', count: 10 },
    ]);
    expect(sides.map(({ train }) => train.length)).toEqual([10, 20]);
    expect({ undatedCount, unlearnedLabels }).toEqual({
      undatedCount: 1,
      unlearnedLabels: ['rare'],
    });
  });

  it('refuse what cannot be divided, or has nothing to learn before it is tested', () => {
    const refusal = (items: readonly FoldItem[], foldCount = 2) => {
      try {
        divide(items, foldCount);
      } catch (error) {
        return (error as { code: string }).code;
      }
      return null;
    };
    const many = (day: number | null, label: string, patient: string | null = null) =>
      Array.from({ length: 10 }, () => note(day, label, patient));
    expect(refusal(many(null, 'yes'))).toBe('folds.no-dates');
    expect(refusal([...many(1, 'yes'), ...many(1, 'no')])).toBe('folds.too-few-dates');
    // The first period has one class alone.
    expect(refusal([...many(1, 'yes'), ...many(2, 'no'), ...many(3, 'yes')])).toBe(
      'folds.nothing-earlier',
    );
    // All that is earlier is of the patient who is tested.
    const mixed = [...many(1, 'yes', 'p').slice(5), ...many(1, 'no', 'p').slice(5)];
    expect(refusal([...mixed, ...many(2, 'no', 'p'), ...many(3, 'yes')])).toBe(
      'folds.nothing-earlier',
    );
  });
});
