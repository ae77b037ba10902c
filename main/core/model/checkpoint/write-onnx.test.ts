import { describe, expect, test } from 'vitest';
import { listWeights } from './weight-names.ts';
import { writeOnnx, writeQuantisedOnnx } from './write-onnx.ts';

const encoder = {
  vocabularySize: 300,
  hiddenSize: 32,
  layerCount: 2,
  headCount: 2,
  intermediateSize: 64,
  maxPositions: 16,
  tokenTypeCount: 2,
  layerNormEpsilon: 1e-12,
  positionOffset: 0,
  hiddenActivation: 'gelu',
} as const;

function contentWith(head: Parameters<typeof listWeights>[1]) {
  const weights = new Map(
    [...listWeights(encoder, head)].map(([name, shape], seed) => [
      name,
      Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => Math.sin(seed + i)),
    ]),
  );
  return { encoder, head, weights };
}

const content = contentWith({ kind: 'masked-language-model' });
const sizeOf = ({ chunks }: { chunks: readonly Uint8Array[] }) =>
  chunks.reduce((sum, { length }) => sum + length, 0);
const namesOf = (files: readonly { name: string }[]) => files.map(({ name }) => name);

describe('An ONNX file', () => {
  test('holds its weights up to the limit of the format', () => {
    const files = writeOnnx(content);
    expect(namesOf(files)).toEqual(['onnx/model.onnx']);
    const size = sizeOf(files[0]);
    expect(namesOf(writeOnnx(content, { maxFileBytes: size }))).toHaveLength(1);
    expect(namesOf(writeOnnx(content, { maxFileBytes: size - 1 }))).toEqual([
      'onnx/model.onnx',
      'onnx/model.onnx_data',
    ]);
  });

  test('is small where the weights lie beside it', () => {
    const [model, data] = writeOnnx(content, { maxFileBytes: 1000 });
    const bytes = [...content.weights.values()].reduce(
      (sum, { byteLength }) => sum + byteLength,
      0,
    );
    expect(sizeOf(data)).toBeGreaterThan(bytes);
    expect(sizeOf(model)).toBeLessThan(bytes / 2);
  });

  test('is the same each time it is written', () => {
    expect(writeOnnx(content)).toEqual(writeOnnx(content));
    expect(writeQuantisedOnnx(content)).toEqual(writeQuantisedOnnx(content));
  });
});

describe('A quantised ONNX file', () => {
  test('has the name by which transformers.js finds it', () => {
    expect(namesOf(writeQuantisedOnnx(content))).toEqual(['onnx/model_quantized.onnx']);
  });

  test('has each large matrix once, a quarter as large, also the one that is tied', () => {
    const wide = contentWith({ kind: 'masked-language-model' });
    const [float] = writeOnnx(wide);
    const [quantised] = writeQuantisedOnnx(wide);
    const matrices = [...listWeights(encoder, wide.head)]
      .filter(([name, shape]) => shape.length === 2 && !/position|token_type/.test(name))
      .reduce((sum, [, [rows, columns]]) => sum + rows * columns, 0);
    const saved = sizeOf(float) - sizeOf(quantised);
    expect(saved).toBeGreaterThan(0.75 * 3 * matrices);
    expect(saved).toBeLessThan(3 * matrices);
  });
});
