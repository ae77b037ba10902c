/** The languages in which people read the program, each by its own name. */
export const languages = {
  en: 'English',
  nl: 'Nederlands',
  es: 'Español',
  ro: 'Română',
} as const;

export type Language = keyof typeof languages;

/** By whose customs numbers and dates are written in each language. */
export const locales = {
  en: 'en-GB',
  nl: 'nl-NL',
  es: 'es-ES',
  ro: 'ro-RO',
} as const satisfies Record<Language, string>;

/** The first language of a list of wishes (BCP 47, the best first) that the program has; English otherwise. */
export function chooseLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const [base] = wish.toLowerCase().split('-');
    if (Object.hasOwn(languages, base)) return base as Language;
  }
  return 'en';
}
