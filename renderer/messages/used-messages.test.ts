import { describe, expect, test } from 'vitest';
import { catalogue } from './catalogue.ts';
import { en } from './en.ts';

/** The code of the window without its messages. */
const files = import.meta.glob<string>(
  ['../**/*.svelte', '../**/*.ts', '!./**', '!../**/*.test.ts'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);
const code = Object.values(files).join('\n');

test('the code of the window was found', () => {
  expect(Object.keys(files).length).toBeGreaterThan(100);
});

describe.each(Object.entries(en))('In the area %s', (_, messages) => {
  test('each message is used', () => {
    const unused = Object.keys(messages as object).filter(
      (name) =>
        !new RegExp(
          `[.?]\\s*${name}\\b|\\b${name}[,\\s}][^;]*= (?:\\$derived\\()?(?:say|language)`,
        ).test(code),
    );
    expect(unused).toEqual([]);
  });
});

/** Strings of a tree of messages, with their paths; functions say nothing without arguments. */
function* strings(value: unknown, path: string): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) yield* strings(each, `${path}.${key}`);
  }
}

test.each(['nl', 'es', 'ro'] as const)('in %s nothing long is left in English', (language) => {
  const english = new Map(strings(en, ''));
  const same = [...strings(catalogue[language], '')].filter(
    ([path, text]) => text === english.get(path) && text.split(/\s+/).length > 2,
  );
  expect(same).toEqual([]);
});

test('Romanian is written with commas below, not with cedillas', () => {
  const cedillas = [...strings(catalogue.ro, '')].filter(([, text]) => /[şţŞŢ]/.test(text));
  expect(cedillas).toEqual([]);
});
