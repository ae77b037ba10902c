import { locales, type Language } from './language.ts';

/** The plural forms that each language has: to leave one out does not compile. */
interface PluralForms {
  readonly en: Readonly<Record<'one' | 'other', string>>;
  readonly nl: Readonly<Record<'one' | 'other', string>>;
  readonly es: Readonly<Record<'one' | 'many' | 'other', string>>;
  readonly ro: Readonly<Record<'one' | 'few' | 'other', string>>;
}

/** Chooses the form of a count and puts the count, as the language writes it, in the place of "#". */
export type Plural<Of extends Language> = (count: number, forms: PluralForms[Of]) => string;

/** How one language counts, by the rules of Unicode (`Intl.PluralRules`). */
export function createPlural<Of extends Language>(language: Of): Plural<Of> {
  const rules = new Intl.PluralRules(locales[language]);
  const numbers = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 0 });
  return (count, forms) => {
    const form = (forms as Readonly<Record<string, string | undefined>>)[rules.select(count)];
    return (form ?? forms.other).replace('#', numbers.format(count));
  };
}
