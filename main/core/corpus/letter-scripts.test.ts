import { describe, expect, it } from 'vitest';
import { countScripts, shareOfOtherScripts } from './letter-scripts.ts';

describe('the scripts of a text', () => {
  it.each([
    ['Pijn op de borst, 37 °C', [['Latin', 14]]],
    ['боль', [['Cyrillic', 4]]],
    [
      '血圧は正常',
      [
        ['Han', 4],
        ['Kana', 1],
      ],
    ],
    [
      'µg α 𐎠',
      [
        ['Latin', 1],
        ['Greek', 1],
        ['Other', 2],
      ],
    ],
    ['12 … ', []],
  ] as const)('of “%s” are counted by letters', (text, expected) => {
    expect([...countScripts(text)]).toEqual(expected);
  });

  it('are known or other', () => {
    expect(shareOfOtherScripts('ab бо', ['Latin'])).toBe(0.5);
    expect(shareOfOtherScripts('ab бо', ['Latin', 'Cyrillic'])).toBe(0);
    expect(shareOfOtherScripts('', ['Latin'])).toBe(0);
  });
});
