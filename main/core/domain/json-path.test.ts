import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonObject } from './json.ts';
import { valueAt, withValueAt } from './json-path.ts';

const object: JsonObject = { a: { b: 1, c: [2] }, d: null };

it('reads and writes through objects, and leaves the rest in its order', () => {
  expect(valueAt(object, ['a', 'b'])).toBe(1);
  expect(valueAt(object, ['a', 'x', 'y'])).toBeUndefined();
  expect(valueAt(object, ['toString'])).toBeUndefined();
  expect(JSON.stringify(withValueAt(object, ['a', 'b'], 3))).toBe('{"a":{"b":3,"c":[2]},"d":null}');
  expect(withValueAt(object, ['a', 'b'], undefined)).toEqual({ a: { c: [2] }, d: null });
  expect(withValueAt(object, ['d', 'e'], 4)).toEqual({ a: { b: 1, c: [2] }, d: { e: 4 } });
  expect(withValueAt(object, ['x', 'y'], undefined)).toBe(object);
  expect(object).toEqual({ a: { b: 1, c: [2] }, d: null });
});

it('what was written is read, whatever the keys are called', () => {
  const key = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '0'));
  fc.assert(
    fc.property(fc.array(key, { minLength: 1, maxLength: 4 }), fc.integer(), (path, value) => {
      expect(valueAt(withValueAt({}, path, value), path)).toBe(value);
    }),
  );
});
