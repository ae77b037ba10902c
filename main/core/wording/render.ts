import type { PhraseValue, Told } from '#core/base/phrase.ts';
import { catalogue } from './catalogue.ts';
import type { Language } from './language.ts';

/**
 * What a reader of this language reads. English where the phrase comes from another version of the
 * program, which had a message that this one does not have or tells other things.
 */
export function render(told: Told, language: Language): string {
  if (typeof told === 'string') return told;
  if (language === 'en') return told.english;
  try {
    return fill(messageOf(language, told.area, told.key), told.values, language);
  } catch {
    return told.english;
  }
}

function messageOf(language: Language, area: string, key: string): unknown {
  const areas: Readonly<Record<string, object>> = { ...catalogue[language] };
  const messages = Object.hasOwn(areas, area) ? areas[area] : {};
  return Object.hasOwn(messages, key) ? Reflect.get(messages, key) : undefined;
}

/** The text of a message with what it tells. @throws TypeError where it is no message */
export function fill(message: unknown, values: readonly PhraseValue[], language: Language): string {
  if (typeof message === 'string') return message;
  if (typeof message !== 'function') throw new TypeError('no such message');
  return String(
    Reflect.apply(
      message,
      undefined,
      values.map((value) => read(value, language)),
    ),
  );
}

function read(value: PhraseValue, language: Language): unknown {
  if (Array.isArray(value)) return value.map((each: Told) => render(each, language));
  return isTold(value) ? render(value, language) : value;
}

function isTold(value: PhraseValue): value is Told {
  return typeof value === 'string' || (typeof value === 'object' && value !== null);
}
