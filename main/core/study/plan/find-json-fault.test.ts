import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault } from './find-json-fault.ts';

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test.for([
  ['{ "a": 1,\n}', 'a key in double quotes', 2, 1],
  ['{\n  "a": 1\n  "b": 2 }', 'a comma or the closing bracket', 3, 3],
  ['{ a: 1 }', 'a key in double quotes or }', 1, 3],
  ['{ "a" 1 }', 'a colon', 1, 7],
  ['[1, 2', 'a comma or the closing bracket', 1, 6],
  ['[01]', 'a comma or the closing bracket', 1, 3],
  ['["a\nb"]', 'a value or ]', 1, 2],
  ['[1, // note', 'a value', 1, 5],
  ['{} {}', 'nothing more', 1, 4],
  ['', 'a value', 1, 1],
  ['{"a": 1,\n "b": {"a": 2}, "\\u0061": 3}', 'a key that its object does not have yet', 2, 17],
] as const)('%j lacks %s at %i:%i', ([text, expected, line, column]) => {
  expect(findJsonFault(text)).toEqual({ expected, line, column });
});

test('takes for JSON exactly what JavaScript takes for JSON', () => {
  // Too few pieces for an object with the same key twice, which JavaScript takes.
  const pieces = fc.constantFrom(
    ...['{', '}', '[', ']', ',', ':', '"a"', '"\\u00e9"', '"\\x"', '"', '-1.5e3', '1.', 'null'],
    ...['nul', ' ', '\n', '\u00a0', '\\'],
  );
  const nearJson = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(nearJson, fc.json()), (text) => {
      expect(findJsonFault(text) === null).toBe(isJson(text));
    }),
    { numRuns: 3000 },
  );
});
