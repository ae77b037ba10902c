import { expect, test } from 'vitest';

import { chooseLanguage } from './language.ts';
import { createPlural } from './plural.ts';

test('each language counts by its own rules and writes numbers its own way', () => {
  const english = createPlural('en');
  const days = { one: '# day', other: '# days' };
  expect([0, 1, 2, 1838].map((count) => english(count, days))).toEqual([
    '0 days',
    '1 day',
    '2 days',
    '1,838 days',
  ]);
  const romanian = createPlural('ro');
  const zile = { one: '# zi', few: '# zile', other: '# de zile' };
  expect([1, 2, 19, 20, 101, 120, 1838].map((count) => romanian(count, zile))).toEqual([
    '1 zi',
    '2 zile',
    '19 zile',
    '20 de zile',
    '101 zile',
    '120 de zile',
    '1.838 de zile',
  ]);
  const spanish = createPlural('es');
  const dias = { one: '# día', many: '# de días', other: '# días' };
  expect([1, 5, 1_000_000].map((count) => spanish(count, dias))).toEqual([
    '1 día',
    '5 días',
    '1.000.000 de días',
  ]);
});

test('the first wish that the program can fulfil counts', () => {
  expect(chooseLanguage(['fr-FR', 'ro-MD', 'en'])).toBe('ro');
  expect(chooseLanguage(['NL'])).toBe('nl');
  expect(chooseLanguage(['constructor', 'fr'])).toBe('en');
});
