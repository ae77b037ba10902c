import { describe, expect, test } from 'vitest';
import { readAhead } from './read-ahead.ts';

/** A source that writes down what is asked of it. */
function makeSource(count: number, log: string[], failAt = -1) {
  return (async function* () {
    try {
      for (let item = 0; item < count; item++) {
        log.push(`asked for ${item}`);
        await Promise.resolve();
        if (item === failAt) throw new Error('broken');
        yield item;
      }
    } finally {
      log.push('left');
    }
  })();
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('Reading ahead', () => {
  test('gives the items in order, and asks for one while the one before is worked on', async () => {
    const log: string[] = [];
    for await (const item of readAhead(makeSource(3, log))) {
      await turn();
      log.push(`worked on ${item}`);
    }
    expect(log).toEqual([
      'asked for 0',
      'asked for 1',
      'worked on 0',
      'asked for 2',
      'worked on 1',
      'left',
      'worked on 2',
    ]);
  });

  test('throws what the source throws when its turn has come', async () => {
    const taken: number[] = [];
    const work = async () => {
      for await (const item of readAhead(makeSource(5, [], 2))) {
        // Long enough for the failure to come to pass unheard.
        await turn();
        taken.push(item);
      }
    };
    await expect(work()).rejects.toThrow('broken');
    expect(taken).toEqual([0, 1]);
  });

  test('has left the source when it was left itself, also by an error', async () => {
    const log: string[] = [];
    const items = readAhead(makeSource(9, log));
    await items.next();
    await items.return(undefined);
    expect(log.at(-1)).toBe('left');
    const failing = async () => {
      for await (const item of readAhead(makeSource(9, log, 1))) throw new Error(`mine, ${item}`);
    };
    await expect(failing()).rejects.toThrow('mine, 0');
    expect(log.at(-1)).toBe('left');
  });
});
