import type { Phrase, PhrasePart, PhraseValue, Told } from '#core/base/phrase.ts';
import { en } from './en.ts';
import { fill } from './render.ts';
import type { Area, Wording } from './wording.ts';

/** What a message is told: text may be a phrase of its own, and a list may hold phrases. */
type Sayable<Value> = Value extends string
  ? string extends Value
    ? Told
    : Value
  : Value extends readonly string[]
    ? readonly Told[]
    : Value;

type ValuesOf<Message> = Message extends (...values: infer Values) => string
  ? { readonly [Place in keyof Values]: Sayable<Values[Place]> }
  : readonly [];

/** A message of `wording` and what it tells, to be read in any language. */
export function say<Of extends Area, Key extends keyof Wording[Of] & string>(
  area: Of,
  key: Key,
  ...values: ValuesOf<Wording[Of][Key]>
): Phrase {
  const told = values as readonly PhraseValue[];
  return { area, key, values: told.map(takeIn), english: fill(en[area][key], told, 'en') };
}

/** A value as it stands in a phrase, which has the English of its parts in its own. */
function takeIn(value: PhraseValue): PhraseValue {
  if (Array.isArray(value)) return value.map((each: string | PhrasePart) => takeInPart(each));
  return typeof value === 'object' && value !== null ? takeInPart(value as PhrasePart) : value;
}

function takeInPart(told: string | PhrasePart): string | PhrasePart {
  if (typeof told === 'string') return told;
  const { area, key, values } = told;
  return { area, key, values };
}
