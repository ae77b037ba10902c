import { expect, test } from 'vitest';
import { printable } from './printable.ts';

test('what commands a terminal is shown as a question mark, and all else as it is', () => {
  const table = 'Woord  ă 😀\n─────\tș';
  expect(printable(table)).toBe(table);
  expect(printable('a\u001b]52;c;eA==\u0007b\rc\u009bd\u007f')).toBe('a?]52;c;eA==?b?c?d?');
});
