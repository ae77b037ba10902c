import { expect, test } from 'vitest';
import { isAnamnesisError } from '#core/base/error.ts';
import { checkSize } from './write-onnx.ts';

test('A model beyond what a file in the ONNX format may hold is refused with a way out', () => {
  expect(() => {
    checkSize(2 ** 31 - 1);
  }).not.toThrow();
  expect(() => {
    checkSize(2 ** 31);
  }).toThrow(
    expect.toSatisfy((error: unknown) =>
      isAnamnesisError(error, 'model.too-large-for-onnx'),
    ) as Error,
  );
  expect(() => {
    checkSize(2 ** 31);
  }).toThrow(/--without-onnx/);
});
