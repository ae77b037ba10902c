import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areNearDuplicates, leastShared, usualRule } from './likeness-rule.ts';

it('counts exactly the threshold as reached', () => {
  // 4 of 5 and 8 of 10, whichever way they divide.
  expect(areNearDuplicates(usualRule, 4, 4, 5)).toBe(true);
  expect(areNearDuplicates(usualRule, 8, 9, 9)).toBe(true);
  expect(areNearDuplicates(usualRule, 100, 200, 900)).toBe(true);
  expect(areNearDuplicates(usualRule, 99, 200, 900)).toBe(false);
  expect(areNearDuplicates({ ...usualRule, containment: null }, 100, 200, 900)).toBe(false);
  expect(areNearDuplicates(usualRule, 3, 3, 900)).toBe(false);
  expect(areNearDuplicates(usualRule, 4, 4, 900)).toBe(true);
});

it('never stops a comparison that would have reached it', () => {
  const share = fc.constantFrom(0.05, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 1);
  const rule = fc.record({ jaccard: share, containment: fc.option(share) });
  const size = fc.integer({ min: 1, max: 400 });
  fc.assert(
    fc.property(rule, size, size, (each, first, second) => {
      const least = leastShared(each, first, second);
      for (let shared = 0; shared <= Math.min(first, second); shared++) {
        if (areNearDuplicates(each, shared, first, second)) {
          expect(shared).toBeGreaterThanOrEqual(least);
          break;
        }
      }
    }),
    { numRuns: 2000 },
  );
});
