import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askYes } from './ask-yes.ts';

test.for([
  ['y\n', true],
  [' Yes \n', true],
  ['\n', false],
  ['no\n', false],
  ['yesterday\n', false],
] as const)('the answer %j is taken as %j', async ([answer, isYes]) => {
  const input = new PassThrough();
  const screen = new PassThrough();
  let seen = '';
  screen.setEncoding('utf8').on('data', (text: string) => (seen += text));
  const asked = askYes('Write them?', { input, screen });
  input.write(answer);
  expect(await asked).toBe(isYes);
  expect(seen).toBe('Write them? [y/N] ');
});

test('nobody who answers is no', async () => {
  const input = new PassThrough();
  const asked = askYes('Write them?', { input, screen: new PassThrough() });
  input.end();
  expect(await asked).toBe(false);
});
