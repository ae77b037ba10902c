import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWords } from './split-words.ts';

const split = (text: string): string[] =>
  splitWords(text).map(({ start, end }) => text.slice(start, end));

describe('words', () => {
  it('are runs of letters and digits, and punctuation marks by themselves', () => {
    expect(split('Ca. T2N0M0 (12.5 mg/día), ÎN şoc\u200b!')).toEqual([
      'Ca',
      '.',
      'T2N0M0',
      '(',
      '12',
      '.',
      '5',
      'mg',
      '/',
      'día',
      ')',
      ',',
      'ÎN',
      'şoc',
      '!',
    ]);
    expect(split('e\u0301a 😀𝛼')).toEqual(['e\u0301a', '😀', '𝛼']);
  });

  it('hold every visible character once, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(split(text).join('')).toBe(text.replace(/[\s\p{C}\ufffd]/gu, ''));
      }),
    );
  });
});
