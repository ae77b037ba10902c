import { expect, test } from 'vitest';
import { TimeEstimate, type RunWork } from './estimate-time.ts';

const fold = (like: string, amount: number, size = 1): RunWork => ({
  ...{ kind: 'fine-tuning', like, size, amount, steppedAmount: amount },
});
const works = (all: Record<string, RunWork>) => new Map(Object.entries(all));

test('knows nothing before two seconds and a twentieth of a run, or a minute', () => {
  const estimate = new TimeEstimate(works({ a: fold('a', 100) }));
  expect(estimate.timeLeftMs({ key: 'a', share: 0.5, elapsedMs: 1999 })).toBeNull();
  expect(estimate.timeLeftMs({ key: 'a', share: 0.01, elapsedMs: 59_000 })).toBeNull();
  expect(estimate.timeLeftMs({ key: 'a', share: 0.5, elapsedMs: 2000 })).toBe(2000);
  expect(estimate.timeLeftMs({ key: 'a', share: 0.01, elapsedMs: 60_000 })).toBeCloseTo(5_940_000);
});

test('takes the folds of the same model and task, then the nearest size', () => {
  const estimate = new TimeEstimate(
    works({
      'small-1': fold('small', 10),
      'large-1': fold('large', 1000, 100),
      'small-2': fold('small', 10),
      'middle-1': fold('middle', 100, 30),
    }),
  );
  estimate.finish('small-1', 10_000);
  estimate.finish('large-1', 100_000);
  // Its own speed, that of its first fold not counted, and that of the large model for the middle.
  const current = { key: 'small-2', share: 0.5, elapsedMs: 4000 };
  expect(estimate.timeLeftMs(current)).toBeCloseTo(4000 + 10_000);
  // Begun a moment ago: as fast as its first fold was.
  expect(estimate.timeLeftMs({ ...current, elapsedMs: 100 })).toBeCloseTo(5000 + 10_000);
});

test('says nothing as long as a kind of work that is left was never met', () => {
  const estimate = new TimeEstimate(
    works({ pretrain: { ...fold('p', 100), kind: 'pretraining' }, fold: fold('a', 1) }),
  );
  const current = { key: 'pretrain', share: 0.5, elapsedMs: 10_000 };
  expect(estimate.timeLeftMs(current)).toBeNull();
  estimate.finish('fold', null);
  expect(estimate.timeLeftMs(current)).toBe(10_000);
});

test('counts what comes after the steps', () => {
  const estimate = new TimeEstimate(works({ a: { ...fold('a', 130), steppedAmount: 100 } }));
  expect(estimate.timeLeftMs({ key: 'a', share: 1, elapsedMs: 10_000 })).toBe(3000);
});
