import { expect, test } from 'vitest';
import { RunStopped } from './run-stopped.ts';
import type { StudyEvent } from './events.ts';
import { tellAdvance } from './tell-advance.ts';

function listen(shouldStop = () => false) {
  let atMs = 5000;
  const told: StudyEvent[] = [];
  const advance = tellAdvance({
    clock: { nowMs: () => atMs },
    emit: (event) => told.push(event),
    shouldStop,
  });
  const after = (ms: number, what: string, done: number, total = 100) => {
    atMs += ms;
    return advance(what, done, total);
  };
  return { after, told };
}

const preparation = (what: string, fraction: number | null, timeLeftMs: number | null) => ({
  type: 'preparation',
  what,
  fraction,
  timeLeftMs,
});

test('how far a work is is told once a second, with an estimate from two seconds on', async () => {
  const { after, told } = listen();
  for (let done = 0; done <= 40; done++) await after(100, 'reading', done);
  expect(told).toEqual([
    preparation('reading', 0.1, null),
    preparation('reading', 0.2, 8000),
    preparation('reading', 0.3, 7000),
    preparation('reading', 0.4, 6000),
  ]);
});

test('each work has a speed of its own, and a short one is not worth a word', async () => {
  const { after, told } = listen();
  await after(0, 'reading', 0);
  await after(3000, 'reading', 90);
  await after(900, 'training', 1);
  await after(900, 'training', 2);
  await after(100, 'training', 50);
  expect(told).toEqual([
    preparation('reading', 0.9, (3000 / 90) * 10),
    preparation('training', 0.5, null),
  ]);
});

test('work of which nobody knows how much there is has no share and no estimate', async () => {
  const { after, told } = listen();
  await after(0, 'merging', 0, 0);
  await after(9000, 'merging', 0, 0);
  expect(told).toEqual([preparation('merging', null, null)]);
});

test('a wish to stop is heard, and everything else has its turn first', async () => {
  let isStopped = false;
  const { after } = listen(() => isStopped);
  await after(10, 'reading', 1);
  setImmediate(() => (isStopped = true));
  await expect(after(10, 'reading', 2)).rejects.toBeInstanceOf(RunStopped);
});
