/**
 * A sentence or a part of one as data, so that whoever reads it reads it in their own language:
 * which message of which area of `wording`, and what it tells. Made by `say`, read by `render`;
 * plain JSON, which crosses to the window and is stored as it is.
 */
export interface Phrase extends PhrasePart {
  /** The same in English: for logs and scripts, and for a version that does not know the message. */
  readonly english: string;
}

/** A message within another. Its English is in that of the whole, which says it once. */
export interface PhrasePart {
  readonly area: string;
  readonly key: string;
  readonly values: readonly PhraseValue[];
}

export type PhraseValue =
  string | number | boolean | null | PhrasePart | readonly (string | PhrasePart)[];

/** What people are told: a phrase, or text that is the same in every language, such as a name. */
export type Told = string | Phrase;

/** As logs, scripts and tests read it. */
export function inEnglish(told: Told): string {
  return typeof told === 'string' ? told : told.english;
}

/** Of data what it is once all phrases in it are read in English. */
type English<Value> = Value extends Phrase
  ? string
  : Value extends readonly (infer Each)[]
    ? readonly English<Each>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: English<Value[Key]> }
      : Value;

/** JSON with its phrases in English, as files and scripts have it. */
export function englishThroughout<Value>(json: Value): English<Value> {
  const text = JSON.stringify(json, (_, value: unknown) =>
    isPhrase(value) ? value.english : value,
  );
  return JSON.parse(text) as English<Value>;
}

function isPhrase(value: unknown): value is Phrase {
  return (
    typeof value === 'object' &&
    value !== null &&
    'english' in value &&
    typeof value.english === 'string' &&
    'area' in value &&
    'key' in value &&
    'values' in value
  );
}
