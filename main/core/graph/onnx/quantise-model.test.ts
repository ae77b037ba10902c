import ort from 'onnxruntime-node';
import { describe, expect, test } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { encodeOnnxWithWeights, type OnnxWeight } from './encode-weights.ts';
import type { OnnxModel, OnnxNode } from './model.ts';
import { quantiseModel } from './quantise-model.ts';
import { quantiseRows } from './quantise-rows.ts';

const rows = 7;
const words = 11;
const width = 40;

function node(type: string, inputs: string[], output: string, attributes = {}): OnnxNode {
  return { name: output, type, domain: '', inputs, outputs: [output], attributes };
}
const transposed = { transA: { int: 0 }, transB: { int: 1 } };

/** Rows of a table, multiplied by that table and by another matrix. */
const model: OnnxModel = {
  nodes: [
    node('Gather', ['table', 'ids'], 'looked_up', { axis: { int: 0 } }),
    node('Gemm', ['looked_up', 'table', 'bias'], 'tied', transposed),
    node('Gemm', ['tied', 'matrix', 'zeros'], 'out', transposed),
  ],
  initializers: [],
  inputs: [
    { name: 'ids', dataType: 'int64', shape: [rows] },
    { name: 'table', dataType: 'float32', shape: [words, width] },
    { name: 'bias', dataType: 'float32', shape: [words] },
    { name: 'matrix', dataType: 'float32', shape: [width, words] },
    { name: 'zeros', dataType: 'float32', shape: [width] },
  ],
  outputs: [{ name: 'out', dataType: 'float32', shape: [rows, width] }],
};

const stream = new RandomStream(5, 'quantise');
const draw = (count: number) => Float32Array.from({ length: count }, () => stream.normal());
const table = draw(words * width);
const bias = draw(words);
const matrix = draw(width * words);
const ids = Array.from({ length: rows }, (_, row) => (3 * row) % words);
const levels = 64;

const bytesOf = ({ buffer }: Float32Array | Int8Array) => new Uint8Array(buffer);
const float = (name: string, shape: number[], values: Float32Array): OnnxWeight => ({
  name,
  dataType: 'float32',
  shape,
  chunks: [bytesOf(values)],
});

async function run(weights: readonly OnnxWeight[], of: OnnxModel): Promise<Float32Array> {
  const bytes = Buffer.concat(encodeOnnxWithWeights(of, weights));
  const session = await ort.InferenceSession.create(bytes, { intraOpNumThreads: 1 });
  const feed = new ort.Tensor('int64', BigInt64Array.from(ids, BigInt), [rows]);
  const { out } = await session.run({ ids: feed });
  return out.data as Float32Array;
}

/** x · Wᵀ in whole numbers, by the definitions of DynamicQuantizeLinear and MatMulInteger. */
function multiply(x: Float64Array, weight: Float32Array, columns: number): Float64Array {
  const { values, scales } = quantiseRows(weight, { columns, levels });
  const least = Math.min(0, ...x);
  const scale = (Math.max(0, ...x) - least) / 255;
  const zero = Math.round(-least / scale);
  const whole = x.map((value) => Math.min(255, Math.max(0, Math.round(value / scale) + zero)));
  const outs = scales.length;
  return Float64Array.from({ length: (x.length / columns) * outs }, (_, index) => {
    const row = Math.floor(index / outs);
    const out = index % outs;
    let sum = 0;
    for (let k = 0; k < columns; k++) {
      sum += (whole[row * columns + k] - zero) * values[out * columns + k];
    }
    return sum * scale * scales[out];
  });
}

describe('A quantised model', () => {
  const { model: rewritten, matrices } = quantiseModel(model, new Set(['table', 'matrix']));
  const quantisedWeights = [
    ...[
      ['table', table, [words, width]] as const,
      ['matrix', matrix, [width, words]] as const,
    ].flatMap(([name, values, shape]): OnnxWeight[] => {
      const [count, columns] = shape;
      const form = quantiseRows(values, { columns, levels });
      return [
        { name: `${name}:int8`, dataType: 'int8', shape, chunks: [bytesOf(form.values)] },
        float(`${name}:scales`, [count], form.scales),
      ];
    }),
    float('bias', [words], bias),
    float('zeros', [width], new Float32Array(width)),
  ];

  test('computes what the definitions of its operators say', async () => {
    const { values, scales } = quantiseRows(table, { columns: width, levels });
    const lookedUp = Float64Array.from({ length: rows * width }, (_, index) => {
      const id = ids[Math.floor(index / width)];
      return values[id * width + (index % width)] * scales[id];
    });
    const tied = multiply(lookedUp, table, width).map(
      (value, index) => value + bias[index % words],
    );
    const expected = multiply(tied, matrix, words);
    const found = await run(quantisedWeights, rewritten);
    const largest = Math.max(...expected.map(Math.abs));
    expected.forEach((value, index) => {
      expect(Math.abs(found[index] - value) / largest).toBeLessThan(1e-5);
    });
  });

  test('is close to the model, but not the model', async () => {
    const exact = await run(
      [
        float('table', [words, width], table),
        float('matrix', [width, words], matrix),
        float('bias', [words], bias),
        float('zeros', [width], new Float32Array(width)),
      ],
      model,
    );
    const found = await run(quantisedWeights, rewritten);
    const largest = Math.max(...exact.map(Math.abs));
    const worst = Math.max(
      ...exact.map((value, index) => Math.abs(value - found[index]) / largest),
    );
    expect(worst).toBeLessThan(0.03);
    expect(worst).toBeGreaterThan(1e-4);
  });

  test('takes a matrix once, also one that is looked up and multiplied', () => {
    expect(matrices).toEqual([
      { name: 'table', values: 'table:int8', scales: 'table:scales', isMultiplied: true },
      { name: 'matrix', values: 'matrix:int8', scales: 'matrix:scales', isMultiplied: true },
    ]);
    expect(rewritten.inputs.map(({ name }) => name)).toEqual([
      'ids',
      'table:int8',
      'table:scales',
      'bias',
      'matrix:int8',
      'matrix:scales',
      'zeros',
    ]);
  });

  test('keeps matrices that are used in any other way', () => {
    const other = { ...model, nodes: [...model.nodes, node('Relu', ['matrix'], 'changed')] };
    const kept = quantiseModel(other, new Set(['table', 'matrix', 'bias']));
    expect(kept.matrices.map(({ name }) => name)).toEqual(['table']);
    expect(kept.model.inputs.map(({ name }) => name)).toContain('matrix');
  });
});

describe('Rows as whole numbers', () => {
  test('are off by at most half a scale, and use all levels', () => {
    const { values, scales } = quantiseRows(table, { columns: width, levels: 127 });
    expect(scales).toHaveLength(words);
    table.forEach((value, index) => {
      const scale = scales[Math.floor(index / width)];
      expect(Math.abs(values[index] * scale - value)).toBeLessThan(0.5001 * scale);
    });
    for (let row = 0; row < words; row++) {
      const whole = values.subarray(row * width, (row + 1) * width);
      expect(Math.max(...whole.map(Math.abs))).toBe(127);
    }
  });

  test('of zeros stay zeros', () => {
    const { values, scales } = quantiseRows(new Float32Array(6), { columns: 3, levels: 64 });
    expect([...values]).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...scales]).toEqual([1, 1]);
  });

  test('never leave the levels asked for', () => {
    const extreme = Float32Array.of(3e38, -3e38, 1, 1e-45, -1e-45, 0);
    const { values } = quantiseRows(extreme, { columns: 3, levels: 64 });
    expect([...values]).toEqual([64, -64, 0, 64, -64, 0]);
  });
});
