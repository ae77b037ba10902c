import { expect, it } from 'vitest';
import { SharedAdvance } from './share-advance.ts';

it('tells parts as one work under one name, which never goes back', async () => {
  const told: [string, number, number][] = [];
  const shared = new SharedAdvance(
    (what, done, total) => {
      told.push([what, done, total]);
      return Promise.resolve();
    },
    'all',
    4,
  );
  await shared.part(1, async (advance) => {
    await advance('one', 0, 10);
    await advance('one', 9, 10);
    // Once more, from its beginning.
    await advance('one', 2, 20);
  });
  await shared.part(3, (advance) => advance('other', 1, 2));
  expect(told).toEqual([
    ['all', 0, 4],
    ['all', 0.9, 4],
    ['all', 0.9, 4],
    ['all', 2.5, 4],
  ]);
});
