import { AnamnesisError } from '#core/base/error.ts';

/** The number that an option gives. @throws api.invalid-input */
export function readCount(option: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new AnamnesisError('api.invalid-input', {
    expected: 'a whole number of at least 1',
    found: text,
    remedy: 'Correct the option.',
    place: `--${option}`,
  });
}
