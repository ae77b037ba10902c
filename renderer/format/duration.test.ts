import { expect, it } from 'vitest';
import { formatDuration, formatTimeLeft } from './duration.ts';

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

it.each([
  [4_000, 'a few seconds left'],
  [44_000, 'about 40 s left'],
  [100_000, 'about 2 min left'],
  [7_530_000, 'about 2 h 06 min left'],
])('%d ms left is %s', (durationMs, text) => {
  expect(formatTimeLeft(durationMs)).toBe(text);
});
