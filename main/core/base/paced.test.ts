import { expect, test } from 'vitest';
import { finishAtOnce, finishInTurns, type Paced } from './paced.ts';

const closed: string[] = [];
function* count(limit: number): Paced<number> {
  try {
    let sum = 0;
    for (let index = 1; index <= limit; index++) {
      sum += index;
      yield;
    }
    return sum;
  } finally {
    closed.push(`at ${limit}`);
  }
}

test('paced work gives the same result at once and in turns', async () => {
  let pauses = 0;
  const pause = () => {
    pauses++;
    return Promise.resolve();
  };
  expect(finishAtOnce(count(100))).toBe(5050);
  expect(await finishInTurns(count(100), pause)).toBe(5050);
  expect(pauses).toBe(100);
});

test('paced work ends where its pause rejects, and closes what it reads from', async () => {
  closed.length = 0;
  let pauses = 0;
  const pause = () => (++pauses === 3 ? Promise.reject(new Error('stop')) : Promise.resolve());
  await expect(finishInTurns(count(100), pause)).rejects.toThrow('stop');
  expect(pauses).toBe(3);
  expect(closed).toEqual(['at 100']);
});
