import type { Phrase, PhrasePart, PhraseValue, Told } from '#core/base/phrase.ts';
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
  if (Array.isArray(value)) return value.map((each: PhraseValue) => read(each, language));
  return isPart(value) ? readPart(value, language) : value;
}

/** One that earlier versions stored, or that is about to be said, has its own English. */
function readPart(part: PhrasePart | Phrase, language: Language): string {
  return 'english' in part
    ? render(part, language)
    : fill(messageOf(language, part.area, part.key), part.values, language);
}

function isPart(value: PhraseValue): value is PhrasePart {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
