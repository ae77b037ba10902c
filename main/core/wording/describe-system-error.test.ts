import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inEnglish } from '#core/base/phrase.ts';
import { describeSystemError } from './describe-system-error.ts';

function errorOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

it('says in words what the system met, with the code to search for', () => {
  const read = (path: string) => inEnglish(describeSystemError(errorOf(() => readFileSync(path))));
  expect(read('.')).toBe('a folder (EISDIR)');
  expect(read('./nowhere')).toBe('nothing there (ENOENT)');
  expect(read('./package.json/x')).toBe('a file where a folder should be (ENOTDIR)');
});

it('gives the code alone where there are no words for it, and never the message', () => {
  const error = Object.assign(new Error('ELOOP: too many links, open "jansen.txt"'), {
    code: 'ELOOP',
  });
  expect(describeSystemError(error)).toBe('ELOOP');
  expect(inEnglish(describeSystemError(new Error('mevrouw Jansen')))).toBe('an error');
  expect(inEnglish(describeSystemError('mevrouw Jansen'))).toBe('an error');
});
