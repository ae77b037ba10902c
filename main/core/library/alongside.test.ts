import { describe, expect, test } from 'vitest';
import { alongside } from './alongside.ts';

async function* count(to: number, failAt = -1) {
  for (let item = 0; item < to; item++) {
    await Promise.resolve();
    if (item === failAt) throw new Error('the source broke');
    yield item;
  }
}

async function takeAll(items: AsyncIterable<number>): Promise<number[]> {
  const taken: number[] = [];
  for await (const item of items) taken.push(item);
  return taken;
}

/** Ends only when it is told to. */
function makeEndlessWork() {
  const ends: string[] = [];
  const work = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => {
        setImmediate(() => {
          ends.push('told to end');
          resolve();
        });
      });
    });
  return { work, ends };
}

describe('Work alongside items', () => {
  test('is done when the items have ended', async () => {
    let isDone = false;
    const items = alongside(count(3), async () => {
      for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
      isDone = true;
    });
    expect(await takeAll(items)).toEqual([0, 1, 2]);
    expect(isDone).toBe(true);
  });

  test('that fails lets the items fail at their end', async () => {
    const items = alongside(count(3), () => Promise.reject(new Error('the work broke')));
    await new Promise(setImmediate);
    await expect(takeAll(items)).rejects.toThrow('the work broke');
  });

  test('is ended and waited for when the items fail or are left', async () => {
    const { work, ends } = makeEndlessWork();
    await expect(takeAll(alongside(count(3, 1), work))).rejects.toThrow('the source broke');
    expect(ends).toHaveLength(1);
    const items = alongside(count(3), work);
    await items.next();
    await items.return(undefined);
    expect(ends).toHaveLength(2);
  });
});
