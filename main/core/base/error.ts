import type { ErrorCode } from './error-codes.ts';
import { inEnglish, type Told } from './phrase.ts';

/** What an error tells its reader. None of the fields may hold text of a note: errors reach logs. */
export interface ErrorDetails<Text = Told> {
  /** What the program needed, for example "a column named 'text'". */
  readonly expected: Text;
  /** What it met instead, for example "the columns id, note". */
  readonly found: Text;
  /** What the user can do about it. */
  readonly remedy: Text;
  /** Where: a file with a line, a key of a plan, an op of a graph. */
  readonly place?: Text;
  /** The keys that lead to what of a plan it is about, for a form that shows it there. */
  readonly field?: readonly string[];
  readonly cause?: unknown;
}

/** The one error class of the product: a stable code and the three sentences a user needs. */
export class AnamnesisError extends Error {
  override readonly name = 'AnamnesisError';
  readonly code: ErrorCode;
  /** In English, as logs have it. */
  readonly details: ErrorDetails<string>;
  /** As it was said, for who reads it in another language. */
  readonly told: ErrorDetails;

  constructor(code: ErrorCode, told: ErrorDetails) {
    const { expected, found, remedy, place, field, cause } = told;
    const details = {
      expected: inEnglish(expected),
      found: inEnglish(found),
      remedy: inEnglish(remedy),
      ...(place === undefined ? {} : { place: inEnglish(place) }),
      ...(field === undefined ? {} : { field }),
      ...(cause === undefined ? {} : { cause }),
    };
    const where = details.place === undefined ? '' : `${details.place}: `;
    super(
      `${where}expected ${details.expected}, found ${details.found}. ${details.remedy} [${code}]`,
      { cause },
    );
    this.code = code;
    this.details = details;
    this.told = told;
  }
}

/** True when `error` is ours and, if given, carries `code`. */
export function isAnamnesisError(error: unknown, code?: ErrorCode): error is AnamnesisError {
  return error instanceof AnamnesisError && (code === undefined || error.code === code);
}
