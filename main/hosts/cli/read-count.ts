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

/** The port that an option gives; 0 leaves the choice to the system. @throws api.invalid-input */
export function readPort(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= 65_535) return value;
  throw new AnamnesisError('api.invalid-input', {
    expected: 'a port: a whole number from 0 to 65535',
    found: text,
    remedy: 'Correct the option.',
    place: '--port',
  });
}
