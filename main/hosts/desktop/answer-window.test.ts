import { expect, it } from 'vitest';
import { answerWindow } from './answer-window.ts';

const page = { mediaType: 'text/html; charset=utf-8', content: Buffer.from('<p>window</p>') };
const files = new Map([
  ['/', page],
  ['/index.html', page],
]);

it('gives the built files with the policy of the window', async () => {
  const answer = answerWindow(files, 'anamnesis://window/#/studies');
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('<p>window</p>');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
});

it.each([
  'anamnesis://window/../../etc/passwd',
  'anamnesis://window/%2e%2e/etc/passwd',
  'anamnesis://elsewhere/',
  'file:///index.html',
])('has nothing at %s', (address) => {
  expect(answerWindow(files, address).status).toBe(404);
});
