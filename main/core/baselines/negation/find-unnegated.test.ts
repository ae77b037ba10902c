import { describe, expect, it } from 'vitest';
import type { Language } from '#core/wording/language.ts';
import { findUnnegated } from './find-unnegated.ts';

/** [language, text, terms, which are negated] */
const cases: [Language, string, string[], boolean[]][] = [
  ['nl', 'Patiënt heeft gordelroos.', ['gordelroos'], [false]],
  ['nl', 'Geen koorts, geen nachtzweten of gordelroos.', ['gordelroos'], [true]],
  ['nl', 'Geen koorts. Gordelroos links.', ['gordelroos'], [false]],
  ['nl', 'Geen koorts maar wel gordelroos.', ['gordelroos'], [false]],
  ['nl', 'Tuberculose is uitgesloten.', ['tuberculose'], [true]],
  ['nl', 'Tuberculose is niet uitgesloten.', ['tuberculose'], [false]],
  ['nl', 'Niet alleen spruw, ook soa.', ['spruw', 'soa'], [false, false]],
  ['es', 'Niega sífilis; presenta tuberculosis.', ['sifilis', 'tuberculosis'], [true, false]],
  ['es', 'No se descarta linfoma.', ['linfoma'], [false]],
  ['es', 'Linfoma descartado.', ['linfoma'], [true]],
  ['ro', 'Fără semne de tuberculoză.', ['tuberculoză'], [true]],
  ['ro', 'Fara febra, dar cu sifilis.', ['sifilis'], [false]],
  ['en', 'Denies weight loss but has shingles.', ['weight loss', 'shingles'], [true, false]],
  ['en', 'No evidence of any one two three four five six shingles.', ['shingles'], [false]],
];

describe('terms with a negation near them', () => {
  it.each(cases)('%s: %s', (language, text, terms, negated) => {
    const found = findUnnegated(text, terms, language);
    expect(found.map(({ isNegated }) => isNegated)).toEqual(negated);
  });

  it('are found as whole words, as often as they occur, without regard to case and accents', () => {
    const found = findUnnegated('SOA? Soa soap. Vroegere soá.', ['soa'], 'nl');
    expect(found).toHaveLength(3);
  });
});
