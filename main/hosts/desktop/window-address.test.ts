import { expect, it } from 'vitest';
import { isWindowAddress, mayLoad } from './window-address.ts';

it.each([
  'anamnesis://window/',
  'anamnesis://window/assets/index.js',
  'anamnesis://window/#/audit',
])('%s is the window', (address) => {
  expect(isWindowAddress(address)).toBe(true);
  expect(mayLoad(address)).toBe(true);
});

it.each([
  'https://example.org/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'anamnesis://other/',
  'anamnesis://window.example.org/',
  'anamnesis://user@window/',
  'anamnesis-other://window/',
  'data:text/html,x',
  'blob:https://example.org/1',
  'devtools://devtools/',
  'javascript:alert(1)',
  '',
  'no address',
])('%s is not loaded', (address) => {
  expect(isWindowAddress(address)).toBe(false);
  expect(mayLoad(address)).toBe(false);
});
