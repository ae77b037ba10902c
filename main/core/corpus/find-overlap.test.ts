import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OverlapFinder } from './find-overlap.ts';

const note = 'Patiënt met koorts en hoest sinds drie dagen, geen bloed bij het hoesten.';
const other = 'Controle na een operatie aan de linker knie, de wond is rustig en droog.';

function overlapOf(texts: readonly string[], corpus: readonly string[]) {
  const finder = new OverlapFinder(texts);
  for (const line of corpus) finder.search(line);
  return finder.overlap();
}

describe('OverlapFinder', () => {
  it('finds a text in a longer line, whatever its case and punctuation', () => {
    const line = `Brief: ${note.toUpperCase().replaceAll(',', ' ;')} Met groet`;
    expect(overlapOf([note, other], [line])).toEqual({ judgedCount: 2, containedCount: 1 });
  });

  it('finds a text that is spread over lines, as cleaning leaves sentences', () => {
    const corpus = ['Iets anders.', note, other];
    expect(overlapOf([`${note} ${other}`], corpus)).toEqual({ judgedCount: 1, containedCount: 1 });
  });

  it('does not take a shared phrase for a shared text', () => {
    const phrase = 'koorts en hoest sinds drie dagen, geen bloed';
    const texts = [`De huisarts meldt: ${phrase}, maar wel pijn bij het zuchten en nachtzweten.`];
    expect(overlapOf(texts, [note]).containedCount).toBe(0);
  });

  it('says nothing of texts of fewer than 8 words', () => {
    expect(overlapOf(['Geen koorts.', ''], ['Geen koorts.'])).toEqual({
      judgedCount: 0,
      containedCount: 0,
    });
  });

  it('counts as a search for joined words does', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 24 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), fc.array(text, { maxLength: 6 }), (ts, cs) => {
        const runsOf = (words: readonly string[]) =>
          words.slice(7).map((_, start) => words.slice(start, start + 8).join(' '));
        const known = new Set(cs.flatMap(runsOf));
        const judged = ts.map(runsOf).filter((runs) => runs.length > 0);
        const contained = judged.filter(
          (runs) => runs.filter((run) => known.has(run)).length >= runs.length / 2,
        );
        const join = (words: readonly string[]) => words.join(' ');
        expect(overlapOf(ts.map(join), cs.map(join))).toEqual({
          judgedCount: judged.length,
          containedCount: contained.length,
        });
      }),
      { numRuns: 200 },
    );
  });
});
