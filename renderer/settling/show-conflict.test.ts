import { expect, it } from 'vitest';
import type { DifferencesView } from '#contract/annotation-settling.ts';
import { describeSide, reachOf, showConflict } from './show-conflict.ts';

const mark = (type: string, start: number, end: number, attributes = {}) => ({
  type,
  fragments: [{ start, end }],
  attributes,
});
const conflict: DifferencesView['conflicts'][number] = {
  id: 'c',
  kind: 'boundary',
  left: { classes: [], mark: mark('Sign', 0, 6) },
  right: { classes: [], mark: mark('Sign', 0, 11, { negated: 'yes' }) },
  allowsBoth: true,
  decision: null,
};
const names = {
  left: (label: string) => `left ${label}`,
  right: (label: string) => `right ${label}`,
};

it('shows what both gave over what they agree on, each side by its name', () => {
  const shown = showConflict([mark('Drug', 13, 23)], conflict, [], names);
  expect(shown.map(({ label, start, end, isSelected }) => [label, start, end, isSelected])).toEqual(
    [
      ['Drug', 13, 23, false],
      ['left Sign', 0, 6, true],
      ['right Sign (yes)', 0, 11, true],
    ],
  );
  expect(new Set(shown.map(({ key }) => key)).size).toBe(3);
});

it('reaches from the first to the last place of both sides', () => {
  expect(reachOf(conflict)).toEqual({ start: 0, end: 11 });
  const classes = { classes: ['yes'], mark: null };
  expect(reachOf({ ...conflict, kind: 'class', left: classes, right: classes })).toBeNull();
});

it('says a side in words', () => {
  expect(describeSide(conflict.right, 'Fiebre alta, ibuprofeno.')).toBe('Sign (yes): Fiebre alta');
  expect(describeSide({ classes: ['a', 'b'], mark: null }, '')).toBe('a, b');
});
