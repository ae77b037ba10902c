import { describe, expect, it } from 'vitest';

import { createGraphBuilder } from '../create-builder.ts';
import type { GraphBuilder } from '../builder.ts';
import { encodeOnnx } from './encode.ts';
import { lowerToOnnx } from './lower.ts';

const options = { fusedMatMul: false };

function writeExample(): GraphBuilder {
  const builder = createGraphBuilder();
  const x = builder.input('x', 'float32', ['rows', 'columns', 4]);
  builder.tanh(builder.reduceSum(x, [0, 1, 2]));
  const flat = builder.reshape(x, ['columns*rows', 4]);
  builder.output('sum', builder.reduceSum(flat, [0]));
  return builder;
}

describe('lowering to ONNX', () => {
  it('gives the same bytes for the same graph', () => {
    const [first, second] = [writeExample(), writeExample()].map((builder) =>
      Buffer.from(encodeOnnx(lowerToOnnx(builder.graph, options))),
    );
    expect(first.equals(second)).toBe(true);
    expect(first.length).toBeGreaterThan(100);
  });

  it('leaves out what no output depends on', () => {
    const types = lowerToOnnx(writeExample().graph, options).nodes.map((node) => node.type);
    expect(types).toEqual(['Reshape', 'ReduceSum']);
  });

  it('passes an input or constant that is an output through, and one value under two names', () => {
    const builder = createGraphBuilder();
    const x = builder.input('x', 'float32', [2]);
    const y = builder.negate(x);
    builder.output('same', x);
    builder.output('first', y);
    builder.output('second', y);
    const model = lowerToOnnx(builder.graph, options);
    expect(model.nodes.map(({ type, inputs, outputs }) => [type, inputs, outputs])).toEqual([
      ['Neg', ['x'], ['first']],
      ['Identity', ['x'], ['same']],
      ['Identity', ['first'], ['second']],
    ]);
  });

  it('verifies what it wrote', () => {
    const builder = createGraphBuilder();
    // As a constant of the lowering is called.
    const x = builder.input('constant_0', 'float32', [2]);
    builder.output('y', builder.add(x, 1.5));
    expect(() => lowerToOnnx(builder.graph, options)).toThrow(/"constant_0".*unique names/);
  });

  it('names the domain of fused products only where they are used', () => {
    const builder = createGraphBuilder();
    const x = builder.input('x', 'float32', [2, 3, 3]);
    builder.output('y', builder.matMul(x, x, { transposeB: true, scale: 0.5 }));
    const plain = Buffer.from(encodeOnnx(lowerToOnnx(builder.graph, options)));
    const fused = Buffer.from(encodeOnnx(lowerToOnnx(builder.graph, { fusedMatMul: true })));
    expect(plain.includes('com.microsoft')).toBe(false);
    expect(fused.includes('com.microsoft')).toBe(true);
  });
});
