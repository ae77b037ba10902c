import { isAnamnesisError } from '#core/base/error.ts';
import type { ErrorCode } from '#core/base/error-codes.ts';
import type { Failure } from './contract/failure.ts';

/** An error as the window may see it; what is not ours crosses without its text. */
export function toFailure(error: unknown): Failure {
  if (!isAnamnesisError(error)) {
    return failure('program.fault', {
      expected: 'the procedure to succeed or to fail with a known code',
      found: 'an error that the program did not foresee',
      remedy: 'Try again; if it stays, report it with the log of the program.',
    });
  }
  const { expected, found, remedy, place } = error.told;
  return { code: error.code, expected, found, remedy, place: place ?? null };
}

/** A failure that no error was thrown for. */
export function failure(code: ErrorCode, details: Omit<Failure, 'code' | 'place'>): Failure {
  return { code, ...details, place: null };
}
