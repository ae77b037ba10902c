import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CorpusMeasure, type CorpusStatistics } from './statistics.ts';

function measure(
  ...texts: readonly (readonly [source: string, text: string])[]
): CorpusStatistics[] {
  const corpus = new CorpusMeasure();
  for (const [source, text] of texts) corpus.add({ id: '', source, text });
  return corpus.statistics();
}

describe('the size of a corpus', () => {
  it('is counted by source', () => {
    const sizes = measure(
      ['hospital', 'Geen koorts.\nWel pijn.'],
      ['hospital', 'geen  KOORTS.'],
      ['web', 'Wel pijn.\nRust 😀'],
    );
    expect(sizes).toEqual([
      { source: 'hospital', documents: 2, lines: 3, words: 6, characters: 35 },
      { source: 'web', documents: 1, lines: 2, words: 4, characters: 16 },
    ]);
  });

  it('is that of the lines with more than blanks, the runs of no blanks and the code points', () => {
    const unit = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\t',
      '\r',
      '\u00a0',
      '\u2028',
      '\u3000',
      '\ud83d',
      '\ude00',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const [{ lines, words, characters }] = measure(['a', text]);
        expect(lines).toBe(text.split('\n').filter((line) => line.trim() !== '').length);
        expect(words).toBe(text.match(/\S+/g)?.length ?? 0);
        expect(characters).toBe(Array.from(text).length);
      }),
    );
  });

  it('knows every blank', () => {
    const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    const differs = units.filter(
      (unit) => measure(['a', unit])[0].words !== (/\S/.test(unit) ? 1 : 0),
    );
    expect(differs).toEqual([]);
  });
});
