import type { ErrorCode } from '#core/base/error-codes.ts';
import { isAnamnesisError, type ErrorDetails } from '#core/base/error.ts';
import { stackPlaces } from '#core/base/stack-places.ts';
import { printable } from './printable.ts';

/** What is written to standard error: lines for a person or, with --json, one object. */
export function describeError(error: unknown, json: boolean): string {
  if (!isAnamnesisError(error)) return describeFault(error, json);
  const { expected, found, remedy, place } = error.details;
  if (json) return describeAsJson(error.code, error.details);
  const lines = [
    `error ${error.code}${place === undefined ? '' : ` in ${place}`}`,
    `  expected  ${expected}`,
    `  found     ${found}`,
    `  remedy    ${remedy}\n`,
  ];
  return printable(lines.join('\n'));
}

/** A mistake in the arguments, told as all other errors are with --json. */
export function describeUsageError(found: string): string {
  return describeAsJson('api.invalid-input', {
    expected: 'a command with its arguments',
    found,
    remedy: 'Correct the command; --help after it says what it takes.',
  });
}

/** The message of an unforeseen error may hold text of a note: only its places are told. */
function describeFault(error: unknown, json: boolean): string {
  const places = stackPlaces(error);
  if (!json) {
    const lines = places.map((place) => `    ${place}\n`);
    return `error program.fault: a defect of the program\n${lines.join('')}`;
  }
  return describeAsJson('program.fault', {
    expected: 'the command to run',
    found: 'a defect of the program',
    remedy: 'Report this with the place and the version.',
    place: places.join('; '),
  });
}

function describeAsJson(
  code: ErrorCode,
  { expected, found, remedy, place }: ErrorDetails<string>,
): string {
  return `${JSON.stringify({ error: { code, expected, found, remedy, place: place ?? null } })}\n`;
}
