import { expect, it } from 'vitest';
import { readWorklistKey, worklistKeys } from './worklist-keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

it('has a key of its own for each thing, large or small', () => {
  expect(new Set(Object.values(worklistKeys)).size).toBe(Object.keys(worklistKeys).length);
  for (const [command, key] of Object.entries(worklistKeys)) {
    expect(readWorklistKey({ ...plain, key })).toBe(command);
  }
  expect(readWorklistKey({ ...plain, key: 'A' })).toBe('agree');
  expect(readWorklistKey({ ...plain, key: 'j' })).toBe('next');
});

it('leaves other keys, and keys of the browser, alone', () => {
  expect(readWorklistKey({ ...plain, key: 'x' })).toBeNull();
  expect(readWorklistKey({ ...plain, key: 'r', ctrlKey: true })).toBeNull();
});
