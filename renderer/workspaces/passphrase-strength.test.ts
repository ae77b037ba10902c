import { expect, it } from 'vitest';
import { estimateBits, judgeStrength } from './passphrase-strength.ts';

it.each([
  ['', 'weak'],
  ['geheim', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['123456789012345678', 'weak'],
  ['correcthorse', 'weak'],
  ['horse horse horse horse horse horse', 'weak'],
  ['correct horse battery staple', 'fair'],
  ['correct horse battery staple window river', 'strong'],
  ['k7#vQ2!mZ9', 'fair'],
  ['k7#vQ2!mZ9&xT4', 'strong'],
] as const)('“%s” is %s', (passphrase, strength) => {
  expect(judgeStrength(passphrase)).toBe(strength);
});

it('never grows by a word that is there already, and grows with each other one', () => {
  expect(estimateBits('lamp river lamp river')).toBe(estimateBits('lamp river'));
  expect(estimateBits('lamp river stone')).toBeGreaterThan(estimateBits('lamp river'));
});
