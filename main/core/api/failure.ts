import { isAnamnesisError } from '#core/base/error.ts';
import type { ErrorCode } from '#core/base/error-codes.ts';
import { say } from '#core/wording/say.ts';
import type { Failure } from './contract/failure.ts';

/** An error as the window may see it; what is not ours crosses without its text. */
export function toFailure(error: unknown): Failure {
  if (!isAnamnesisError(error)) {
    return failure('program.fault', {
      expected: say('window', 'toSucceed'),
      found: say('window', 'unforeseen'),
      remedy: say('window', 'tryAgainOrReport'),
    });
  }
  const { expected, found, remedy, place, field } = error.told;
  return {
    code: error.code,
    expected,
    found,
    remedy,
    place: place ?? null,
    ...(field === undefined ? {} : { field }),
  };
}

/** A failure that no error was thrown for. */
export function failure(code: ErrorCode, details: Omit<Failure, 'code' | 'place'>): Failure {
  return { code, ...details, place: null };
}
