import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { BrokenBzip2, expandBzip2 } from './bzip2.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../../../test/fixtures/bzip2/${name}`, import.meta.url));
function* cut(bytes: Uint8Array, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
const expand = (bytes: Uint8Array, length = 1000) =>
  Buffer.concat([...expandBzip2(cut(bytes, length))]);
const numbers = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `line ${index} of ${(index * index) % 9973}: febră şi tuse 😀\n`,
  ).join('');

test('what Python compressed is expanded: runs, blocks, several streams, nothing', () => {
  const runs = Buffer.concat(Array.from({ length: 600 }, (_, n) => Buffer.alloc(n, n % 256)));
  expect(expand(fixture('runs.bz2')).equals(runs)).toBe(true);
  expect(expand(fixture('blocks.bz2')).toString()).toBe(numbers(6000));
  for (const length of [1, 2, 3, 7]) {
    expect(expand(fixture('streams.bz2'), length).toString()).toBe(numbers(3) + numbers(5));
  }
  expect(expand(fixture('empty.bz2'))).toHaveLength(0);
});

test('what is broken anywhere is told, or is what it was', () => {
  const sound = fixture('streams.bz2');
  const text = numbers(3) + numbers(5);
  const readOrError = (bytes: Uint8Array): unknown => {
    try {
      return expand(bytes).toString();
    } catch (error) {
      return error;
    }
  };
  for (let at = 0; at < sound.length; at++) {
    const bytes = Buffer.from(sound);
    bytes[at] ^= 0x10;
    // The check of a whole stream is not looked at: each block has its own.
    const read = readOrError(bytes);
    if (read !== text) expect(read).toBeInstanceOf(BrokenBzip2);
    const start = readOrError(sound.subarray(0, at));
    if (typeof start === 'string') expect(text.startsWith(start)).toBe(true);
    else expect(start).toBeInstanceOf(BrokenBzip2);
  }
});
