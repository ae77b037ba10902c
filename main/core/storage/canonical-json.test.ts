import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { refusing } from './testing/refusing.ts';

describe('canonical JSON', () => {
  it('sorts keys at every depth and leaves out white space', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"x","d":null}]}',
    );
  });

  it('is read back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('does not drop silently what JSON cannot hold', () => {
    for (const value of [Number.NaN, Infinity, undefined, () => 1, { a: [undefined] }, 1n]) {
      refusing('program.fault', () => canonicalJson(value));
    }
  });
});
