import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { linearCka } from './linear-cka.ts';

/** By numpy: make_cka_reference.py. */
const reference = JSON.parse(
  readFileSync(new URL('../../../../test/fixtures/geometry/cka.json', import.meta.url), 'utf8'),
) as { readonly one: number[]; readonly other: number[]; readonly cka: number };
const count = 40;
const vectorsOf = (values: readonly number[]) => ({
  values: Float32Array.from(values),
  count,
  size: values.length / count,
});
const one = vectorsOf(reference.one);

it('Linear CKA is that of numpy, 1 for the same and for turned axes, and not there for one point', () => {
  expect(linearCka(one, vectorsOf(reference.other))).toBeCloseTo(reference.cka, 6);
  expect(linearCka(one, one)).toBeCloseTo(1, 9);
  const turned = one.values.map((_, at) => -3 * one.values[at - (at % 6) + 5 - (at % 6)]);
  expect(linearCka(one, { ...one, values: turned })).toBeCloseTo(1, 6);
  expect(linearCka(one, { ...one, values: new Float32Array(count * 6).fill(2) })).toBeNull();
});
