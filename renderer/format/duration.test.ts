import { expect, it } from 'vitest';
import { formatDuration } from './duration.ts';

it.each([
  [0, '0 s'],
  [-5, '0 s'],
  [59_400, '59 s'],
  [59_600, '1 min 00 s'],
  [250_000, '4 min 10 s'],
  [7_500_000, '2 h 05 min'],
  [93_600_000, '1 d 02 h'],
])('%d ms is %s', (durationMs, text) => {
  expect(formatDuration(durationMs)).toBe(text);
});
