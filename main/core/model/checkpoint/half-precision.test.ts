import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bfloat16ToFloat32, float16ToFloat32 } from './half-precision.ts';

const { halves } = JSON.parse(readFileSync('test/fixtures/checkpoint/expected.json', 'utf8')) as {
  halves: Record<'float16' | 'bfloat16', string>;
};
const all = Uint16Array.from({ length: 65_536 }, (_, bits) => bits);

test.each([
  ['float16', float16ToFloat32],
  ['bfloat16', bfloat16ToFloat32],
] as const)('All 65,536 values of %s widen to the bits that PyTorch gives', (type, widen) => {
  const values = widen(all);
  const words = new Uint32Array(values.buffer).map((word, index) =>
    Number.isNaN(values[index]) ? 0x7fc00000 : word,
  );
  expect(createHash('sha256').update(words).digest('hex')).toBe(halves[type]);
});

test('Zeros keep their sign, and the smallest subnormal is 2⁻²⁴', () => {
  const [negativeZero, smallest, infinite] = float16ToFloat32(Uint16Array.of(0x8000, 1, 0xfc00));
  expect(negativeZero).toBe(-0);
  expect(smallest).toBe(2 ** -24);
  expect(infinite).toBe(-Infinity);
});
