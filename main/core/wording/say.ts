import type { Phrase, PhraseValue, Told } from '#core/base/phrase.ts';
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
  return { area, key, values: told, english: fill(en[area][key], told, 'en') };
}
