import { expect, it } from 'vitest';
import { inEnglish } from '#core/base/phrase.ts';
import { buildClassification } from './build-task.ts';

const identity = {
  ...{ name: 'task', hash: 'a', foldCount: 3, seed: 1 },
  ...{ problems: { counts: [], first: [] }, warnings: [] },
};
const notesOf = (groupOf: (item: number) => string | null) =>
  Array.from({ length: 30 }, (_, item) => ({
    id: String(item),
    text: `note ${item}`,
    label: item % 3 === 0 ? 'yes' : 'no',
    groupId: groupOf(item),
  }));

it('each division tests every example once, keeps groups whole, and the first stays as it was', () => {
  const notes = notesOf((item) => `p${Math.floor(item / 2)}`);
  const once = buildClassification(notes, identity);
  const { folds, warnings } = buildClassification(notes, { ...identity, repeats: 4 });
  expect(warnings).toEqual(once.warnings);
  expect(folds).toHaveLength(12);
  expect(folds.slice(0, 3)).toEqual(once.folds);
  const divisions = [0, 3, 6, 9].map((first) => folds.slice(first, first + 3));
  for (const division of divisions) {
    expect(division.flatMap((fold) => [...fold]).sort((a, b) => a - b)).toEqual([...notes.keys()]);
    for (const fold of division) {
      const groups = new Set(Array.from(fold, (item) => notes[item].groupId));
      expect(fold.length).toBe(2 * groups.size);
    }
  }
  expect(new Set(divisions.map((division) => JSON.stringify(division))).size).toBe(4);
});

it('so few groups that they can hardly be divided otherwise are told of', () => {
  const notes = notesOf((item) => `p${Math.floor(item / 10)}`);
  const { warnings } = buildClassification(notes, { ...identity, repeats: 4 });
  expect(warnings.map(inEnglish)).toContainEqual(
    expect.stringContaining('Of 4 divisions into folds only 1 differ'),
  );
});
