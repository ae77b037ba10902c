import { formatInstant as formatEnglishInstant } from '#core/base/format-number.ts';
import { locales, type Language } from './language.ts';

/** A moment to the minute, in UTC: in English as in files and logs, else by the customs of the language. */
export function formatInstant(atMs: number, language: Language): string {
  if (language === 'en') return formatEnglishInstant(atMs);
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat(locales[language], options).format(atMs)} UTC`;
}
