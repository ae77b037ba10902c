import { expect, it } from 'vitest';
import { remarkAlikeLabels } from './remark-alike-labels.ts';

const remarks = (counts: Record<string, number>) =>
  remarkAlikeLabels(
    Object.entries(counts).map(([label, count]) => ({ label, count })),
    'notes.csv',
  );

it('remarks on labels that differ in case, white space or the encoding of accents only', () => {
  expect(remarks({ hiv: 3, HIV: 120, none: 9 })).toEqual([
    {
      file: 'notes.csv',
      line: 1,
      rule: 'label-alike',
      action: 'kept',
      detail:
        '"HIV" (120) and "hiv" (3) differ in case or white space only and are learned as different labels.',
    },
  ]);
  expect(remarks({ 'no\u00a0risk ': 1, 'no risk': 2, 'No  risk': 3 })[0].detail).toMatch(
    /^"No {2}risk" \(3\), "no risk" \(2\) and "no\u00a0risk " \(1\) differ/,
  );
  expect(remarks({ 'caf\u00e9': 1, 'cafe\u0301': 1 })).toHaveLength(1);
  expect(remarks({ A: 1, a: 1, B: 1, b: 1 })).toHaveLength(2);
});

it('says nothing of labels that differ otherwise', () => {
  expect(remarks({ hiv: 1, 'hiv-1': 1, 'hi v': 1, cafe: 1, 'caf\u00e9': 1 })).toEqual([]);
  expect(remarks({})).toEqual([]);
});
