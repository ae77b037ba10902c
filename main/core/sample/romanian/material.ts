import type { LanguageMaterial } from '#core/sample/language.ts';
import { romanianClinical } from './clinical-sentences.ts';
import { generalLexicon, generalSentences } from './general-sentences.ts';
import { romanianLexicon } from './lexicon.ts';

export const romanianMaterial: LanguageMaterial = {
  lexicon: { ...generalLexicon, ...romanianLexicon },
  notation: {
    decimalMark: ',',
    writeDate: (year, month, day) =>
      `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`,
  },
  general: generalSentences,
  clinical: romanianClinical,
};
