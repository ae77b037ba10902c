import type { ErrorCode } from './error-codes.ts';

/** What an error tells its reader. None of the fields may hold text of a note: errors reach logs. */
export interface ErrorDetails {
  /** What the program needed, for example "a column named 'text'". */
  readonly expected: string;
  /** What it met instead, for example "the columns id, note". */
  readonly found: string;
  /** What the user can do about it. */
  readonly remedy: string;
  /** Where: a file with a line, a key of a plan, an op of a graph. */
  readonly place?: string;
  readonly cause?: unknown;
}

/** The one error class of the product: a stable code and the three sentences a user needs. */
export class AnamnesisError extends Error {
  override readonly name = 'AnamnesisError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails) {
    const place = details.place === undefined ? '' : `${details.place}: `;
    super(
      `${place}expected ${details.expected}, found ${details.found}. ${details.remedy} [${code}]`,
      { cause: details.cause },
    );
    this.code = code;
    this.details = details;
  }
}

/** True when `error` is ours and, if given, carries `code`. */
export function isAnamnesisError(error: unknown, code?: ErrorCode): error is AnamnesisError {
  return error instanceof AnamnesisError && (code === undefined || error.code === code);
}
