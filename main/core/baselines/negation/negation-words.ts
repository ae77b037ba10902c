import type { Language } from '#core/wording/language.ts';

/** What negates the words near it, in clinical notes of a language; all in lower case. */
export interface NegationWords {
  /** Negate what follows. */
  readonly before: readonly string[];
  /** Negate what precedes. */
  readonly after: readonly string[];
  /** Look like a negation and are none. */
  readonly none: readonly string[];
  /** End the reach of a negation. */
  readonly ends: readonly string[];
}

/**
 * After NegEx (Chapman et al. 2001), ContextD for Dutch (Afzal et al. 2014) and NegEx-MES for
 * Spanish (Santamaría et al. 2019), each shortened to what is common; Romanian by analogy.
 */
export const negationWords: Readonly<Record<Language, NegationWords>> = {
  en: {
    before: [
      'no',
      'not',
      'denies',
      'denied',
      'without',
      'never',
      'negative for',
      'absence of',
      'ruled out for',
      'no evidence of',
      'no sign of',
      'no signs of',
      'free of',
      'rather than',
    ],
    after: [
      'was ruled out',
      'is ruled out',
      'ruled out',
      'unlikely',
      'is negative',
      'was negative',
      'negative',
    ],
    none: [
      'no increase',
      'no change',
      'not only',
      'not certain if',
      'not necessarily',
      'without difficulty',
    ],
    ends: ['but', 'however', 'although', 'except', 'apart from', 'because', 'which', 'still'],
  },
  nl: {
    before: [
      'geen',
      'niet',
      'zonder',
      'nooit',
      'ontkent',
      'negatief voor',
      'geen aanwijzingen voor',
      'geen tekenen van',
      'afwezigheid van',
      'vrij van',
      'noch',
      'uitgesloten is',
      'geen sprake van',
    ],
    after: [
      'uitgesloten',
      'afwezig',
      'negatief',
      'niet aanwezig',
      'niet aangetoond',
      'niet waarschijnlijk',
      'onwaarschijnlijk',
      'ontkend',
    ],
    none: [
      'niet alleen',
      'niet zeker',
      'geen verandering',
      'niet uitgesloten',
      'niet uit te sluiten',
      'geen toename',
    ],
    ends: ['maar', 'echter', 'hoewel', 'wel', 'behalve', 'omdat', 'waarbij', 'doch'],
  },
  es: {
    before: [
      'no',
      'sin',
      'niega',
      'nunca',
      'ausencia de',
      'negativo para',
      'negativa para',
      'descarta',
      'se descarta',
      'sin evidencia de',
      'sin signos de',
      'ni',
      'tampoco',
      'libre de',
    ],
    after: [
      'descartado',
      'descartada',
      'negativo',
      'negativa',
      'ausente',
      'ausentes',
      'improbable',
    ],
    none: [
      'no solo',
      'no sólo',
      'no se descarta',
      'no se puede descartar',
      'sin cambios',
      'no descarta',
    ],
    ends: ['pero', 'sin embargo', 'aunque', 'salvo', 'excepto', 'porque', 'aun así'],
  },
  ro: {
    before: [
      'nu',
      'fără',
      'fara',
      'neagă',
      'neaga',
      'niciodată',
      'absența',
      'absenţa',
      'negativ pentru',
      'nici',
      'exclude',
      'fără semne de',
      'nu prezintă',
    ],
    after: [
      'exclus',
      'exclusă',
      'negativ',
      'negativă',
      'absent',
      'absentă',
      'infirmat',
      'infirmată',
      'improbabil',
    ],
    none: ['nu numai', 'nu doar', 'nu se exclude', 'nu se poate exclude', 'fără modificări'],
    ends: ['dar', 'însă', 'totuși', 'deși', 'cu excepția', 'deoarece', 'ci'],
  },
};
