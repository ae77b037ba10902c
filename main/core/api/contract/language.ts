export { chooseLanguage, languages, locales, type Language } from '#core/domain/language.ts';
export { createPlural } from '#core/domain/plural.ts';
