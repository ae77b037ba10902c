import { expect, it } from 'vitest';
import { createPause } from '#core/collection/selection/long-work.ts';
import type { ApiEvent } from '../contract/events.ts';
import { createSuggesting } from './suggesting.ts';

const place = (personId: string) => ({ projectId: 1, personId });

it('What is looked up tells how far it is, one work for each person, and stops for whoever asked', async () => {
  const events: ApiEvent[] = [];
  let nowMs = 0;
  const suggesting = createSuggesting({ nowMs: () => nowMs, tell: (event) => events.push(event) });
  const shares = (personId: string) =>
    events.flatMap((event) =>
      event.type === 'annotation-suggesting' && event.personId === personId ? [event.share] : [],
    );
  const work = (personId: string, onStep: (step: number) => void = () => undefined) =>
    suggesting.run(place(personId), 'terms', async (effects) => {
      const pause = createPause(effects);
      for (let step = 0; step < 4; step++) {
        onStep(step);
        nowMs += 250;
        await pause(step, 4);
      }
      return personId;
    });
  const first = work('ana');
  // Another of the same person is refused, and that of another person goes on.
  await expect(work('ana')).rejects.toMatchObject({ code: 'model.task-running' });
  const second = work('ben', (step) => {
    if (step === 2) suggesting.stop('ben');
  });
  await expect(second).rejects.toMatchObject({ code: 'collection.stopped' });
  expect(await first).toBe('ana');
  const [begun, ...told] = shares('ana');
  expect([begun, told.at(-1)]).toEqual([0, null]);
  const between = told.slice(0, -1).map(Number);
  expect(between.length).toBeGreaterThan(0);
  expect(between).toEqual(between.toSorted());
  expect(between.every((share) => share >= 0 && share < 1)).toBe(true);
  expect(shares('ben').at(-1)).toBeNull();
  expect(await work('ben')).toBe('ben');
});
