/**
 * A sentence or a part of one as data, so that whoever reads it reads it in their own language:
 * which message of which area of `wording`, and what it tells. Made by `say`, read by `render`;
 * plain JSON, which crosses to the window and is stored as it is.
 */
export interface Phrase {
  readonly area: string;
  readonly key: string;
  readonly values: readonly PhraseValue[];
  /** The same in English: for logs and scripts, and for a version that does not know the message. */
  readonly english: string;
}

export type PhraseValue = string | number | boolean | null | Phrase | readonly Told[];

/** What people are told: a phrase, or text that is the same in every language, such as a name. */
export type Told = string | Phrase;

/** As logs, scripts and tests read it. */
export function inEnglish(told: Told): string {
  return typeof told === 'string' ? told : told.english;
}
