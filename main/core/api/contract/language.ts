export { chooseLanguage, languages, locales, type Language } from '#core/wording/language.ts';
export { createPlural } from '#core/wording/plural.ts';
