import type { LanguageMaterial } from '#core/sample/language.ts';
import { spanishClinical } from './clinical-sentences.ts';
import { generalLexicon, generalSentences } from './general-sentences.ts';
import { spanishLexicon } from './lexicon.ts';

export const spanishMaterial: LanguageMaterial = {
  lexicon: { ...generalLexicon, ...spanishLexicon },
  notation: {
    decimalMark: ',',
    writeDate: (year, month, day) =>
      `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`,
  },
  general: generalSentences,
  clinical: spanishClinical,
};
