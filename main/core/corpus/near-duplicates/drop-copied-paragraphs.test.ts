import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropCopiedParagraphs } from './drop-copied-paragraphs.ts';

const history =
  'VG: 2009 appendectomie, sinds 2015 hypertensie waarvoor enalapril, geen allergieën bekend.';
const today = 'Vandaag sinds drie dagen koorts en hoest, geen bloed bij het hoesten.';
const plan = 'Thoraxfoto en bloedonderzoek, over een week terug op het spreekuur of eerder.';

describe('paragraphs that were copied forward', () => {
  it('are dropped from later texts, whatever their case, punctuation and line breaks', () => {
    const wrapped = history.toUpperCase().replace('SINDS', '\nSINDS').replace(':', ' -');
    const result = dropCopiedParagraphs([`${history}\n\n${today}`, `${wrapped}\n \n${plan}`]);
    expect(result).toEqual({
      texts: [`${history}\n\n${today}`, plan],
      paragraphCount: 1,
      characterCount: wrapped.length,
    });
  });

  it('are single lines where a paragraph is new as a whole', () => {
    expect(
      dropCopiedParagraphs([`${history}\n${today}`, `${plan}\r\n${history}\r\nTot ziens.`]),
    ).toEqual({
      texts: [`${history}\n${today}`, `${plan}\r\nTot ziens.`],
      paragraphCount: 1,
      characterCount: history.length,
    });
  });

  it('leave an empty text where all was copied', () => {
    expect(dropCopiedParagraphs([`${history}\n\n${plan}`, `${plan}\n\n${history}\n`])).toEqual({
      texts: [`${history}\n\n${plan}`, ''],
      paragraphCount: 2,
      characterCount: history.length + plan.length + 1,
    });
  });

  it('stay at their first place, also within a text', () => {
    expect(dropCopiedParagraphs([`${history}\n\n${plan}\n\n${history}`]).texts).toEqual([
      `${history}\n\n${plan}`,
    ]);
  });

  it('do not count a paragraph as its own copy, with a ruler or a line break at its end', () => {
    const texts = [`=====\n${history}\n`, `${plan}\n`, '', '\n\n'];
    expect(dropCopiedParagraphs(texts)).toEqual({ texts, paragraphCount: 0, characterCount: 0 });
  });

  it('have at least the words that are asked for', () => {
    const texts = ['Geen koorts.\n\nNiet ziek.', 'Geen koorts.'];
    expect(dropCopiedParagraphs(texts).texts).toEqual(texts);
    expect(dropCopiedParagraphs(texts, 2).texts).toEqual([texts[0], '']);
  });

  it('are dropped once each: every passage is left somewhere, nothing else is lost', () => {
    const passage = fc.constantFrom('a b c', 'd e f', 'A, b; c!', 'g', 'd e f\ng', '');
    const text = fc.array(passage, { maxLength: 6 }).map((passages) => passages.join('\n\n'));
    const wordsOf = (texts: readonly string[]) => texts.join(' ').toLowerCase().match(/\w+/g) ?? [];
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        const { texts: kept, characterCount } = dropCopiedParagraphs(texts, 3);
        expect(new Set(wordsOf(kept))).toEqual(new Set(wordsOf(texts)));
        expect(wordsOf(kept).filter((word) => word === 'a').length).toBeLessThan(2);
        const long = texts.join('').length - kept.join('').length;
        expect(long).toBeGreaterThanOrEqual(characterCount);
        // Once more there is nothing to drop.
        expect(dropCopiedParagraphs(kept, 3).texts).toEqual(kept);
      }),
      { numRuns: 500 },
    );
  });
});
