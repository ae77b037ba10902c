import { describe, expect, it } from 'vitest';

import { RandomStream } from '#core/base/random-stream.ts';

import { createGraphBuilder } from './create-builder.ts';
import { differentiate } from './differentiate.ts';
import type { Graph } from './graph.ts';
import { countHalfBlocks, longestHalfSum, useHalfPrecision } from './half-precision.ts';
import { interpret } from './interpret.ts';
import { elementCount } from './tensor.ts';
import type { Tensor } from './tensor.ts';
import type { GraphNode, OpName, Shape } from './types.ts';
import { verifyGraph } from './verify.ts';

function nodesOf<Name extends OpName>(graph: Graph, op: Name): GraphNode<Name>[] {
  return graph.nodes.filter((node) => node.op === op) as GraphNode<Name>[];
}

const halfProducts = (graph: Graph) =>
  graph.nodes.filter(
    ({ op, outputs }) => (op === 'gemm' || op === 'matMul') && outputs[0].dataType === 'float16',
  );

/** Halved and verified. */
function halve(graph: Graph): Graph {
  const halved = useHalfPrecision(graph);
  verifyGraph(halved, 'the graph in half precision');
  return halved;
}

/** a · b of these sizes. */
function product(left: Shape, right: Shape, options = {}): Graph {
  const builder = createGraphBuilder();
  const a = builder.input('a', 'float32', left);
  const b = builder.input('b', 'float32', right);
  builder.output('y', builder.gemm(a, b, options));
  return builder.graph;
}

function randomTensor(shape: readonly number[], name: string): Tensor {
  const random = new RandomStream(3, name);
  return {
    shape,
    data: Float64Array.from({ length: elementCount(shape) }, () => random.normal()),
  };
}

describe('sums in half precision', () => {
  it.each([
    [64, 1],
    [768, 1],
    [1024, 1],
    [2304, 3],
    [3072, 3],
    [4096, 4],
    [16_384, 16],
  ])('of %i products are cut into %i', (length, blocks) => {
    expect(countHalfBlocks(length)).toBe(blocks);
    expect(length / blocks).toBeLessThanOrEqual(longestHalfSum);
  });

  it.each(['rows*columns', 1031, 1025, 17_408, 119_547])('of %s stay in float32', (length) => {
    expect(countHalfBlocks(length)).toBeNull();
  });
});

describe('a graph in half precision', () => {
  it('rounds operands and product, and adds in float32', () => {
    const builder = createGraphBuilder();
    const x = builder.input('x', 'float32', [2, 3]);
    const weight = builder.input('weight', 'float32', [2, 3]);
    const bias = builder.input('bias', 'float32', [2]);
    builder.output('y', builder.linear(x, weight, bias));
    const graph = halve(builder.graph);
    expect(graph.nodes.map(({ op }) => op)).toEqual(['cast', 'cast', 'gemm', 'cast', 'add']);
    const { y } = interpret(graph, {
      x: { shape: [2, 3], data: Float64Array.of(1, 2, 3, 0.1, 0.2, 0.3) },
      weight: { shape: [2, 3], data: Float64Array.of(1, 1, 1, 1 / 3, 0, 0) },
      bias: { shape: [2], data: Float64Array.of(1e-5, 0) },
    });
    // 0.0999755859375 and so on, summed and rounded once more; the bias keeps its digits.
    expect([...y.data]).toEqual([6 + 1e-5, 0.333251953125, 0.60009765625 + 1e-5, 0.0333251953125]);
  });

  it('cuts long sums and adds the blocks in float32', () => {
    const graph = halve(product([8, 3072], [8, 3072], { transposeB: true }));
    expect(halfProducts(graph)).toHaveLength(3);
    const ones = { shape: [8, 3072], data: new Float64Array(8 * 3072).fill(1) };
    const { y } = interpret(graph, { a: ones, b: ones });
    expect(y.data[5]).toBe(3072);
  });

  it.each([
    [[5, 2048], [2048, 4], {}],
    [[5, 2048], [4, 2048], { transposeB: true }],
    [[2048, 5], [2048, 4], { transposeA: true }],
    [[2048, 5], [4, 2048], { transposeA: true, transposeB: true }],
  ])('multiplies the same, however its operands lie: %j, %j, %j', (left, right, options) => {
    const plain = product(left, right, options);
    const graph = halve(plain);
    expect(halfProducts(graph)).toHaveLength(2);
    const feeds = { a: randomTensor(left, 'a'), b: randomTensor(right, 'b') };
    const expected = interpret(plain, feeds).y.data;
    interpret(graph, feeds).y.data.forEach((value, index) => {
      // √2048 terms of size 1, each rounded by 2⁻¹¹ twice, and two sums rounded once.
      expect(Math.abs(value - expected[index])).toBeLessThan(0.15);
    });
  });

  it('scales stacked products before they are rounded', () => {
    const builder = createGraphBuilder();
    const a = builder.input('a', 'float32', [2, 3, 4]);
    const b = builder.input('b', 'float32', [2, 3, 4]);
    builder.output('y', builder.matMul(a, b, { transposeB: true, scale: 2 ** -8 }));
    const graph = halve(builder.graph);
    const large = { shape: [2, 3, 4], data: new Float64Array(24).fill(512) };
    expect([...interpret(graph, { a: large, b: large }).y.data]).toEqual(Array(18).fill(4096));
  });

  it('rounds a weight once for the forward and the backward product', () => {
    const builder = createGraphBuilder();
    const x = builder.input('x', 'float32', [4, 8]);
    const first = builder.input('first', 'float32', [8, 8]);
    const second = builder.input('second', 'float32', [8, 8]);
    const hidden = builder.tanh(builder.gemm(x, first, { transposeB: true }));
    const loss = builder.reduceSum(builder.gemm(hidden, second, { transposeB: true }), [0, 1]);
    builder.output('loss', loss);
    const gradients = differentiate(builder, loss, { parameters: [first, second] });
    gradients.forEach((gradient, index) => {
      builder.output(`gradient:${index}`, gradient);
    });
    const graph = halve(builder.graph);
    const casts = nodesOf(graph, 'cast').filter(({ attributes }) => attributes.to === 'float16');
    expect(halfProducts(graph)).toHaveLength(5);
    expect(new Set(casts.map(({ inputs }) => inputs[0])).size).toBe(casts.length);
  });

  it('leaves sizes that are not known, vectors and a vocabulary’s probabilities in float32', () => {
    expect(halfProducts(halve(product(['n', 'm'], ['m', 8])))).toEqual([]);
    expect(halfProducts(halve(product([4, 8], [8, 1])))).toEqual([]);
    const decode = (vocabulary: number) => {
      const builder = createGraphBuilder();
      const logits = builder.input('logits', 'float32', [4, vocabulary]);
      const hidden = builder.input('hidden', 'float32', [4, 8]);
      const probabilities = builder.softmax(logits);
      builder.output('y', builder.gemm(probabilities, hidden, { transposeA: true }));
      return halve(builder.graph);
    };
    expect(halfProducts(decode(30_000))).toEqual([]);
    expect(halfProducts(decode(2000))).toHaveLength(1);
  });

  it('is fed and read as before, and computes nothing but products in float16', () => {
    const builder = createGraphBuilder();
    builder.input('unused', 'float32', [2]);
    const x = builder.input('x', 'float32', [4, 4]);
    const weight = builder.input('weight', 'float32', [4]);
    const normal = builder.layerNorm(builder.gemm(x, x), { weight, bias: weight, epsilon: 1 });
    builder.output('same', x);
    builder.output('y', builder.gemm(builder.softmax(normal), builder.gelu(x, 'none')));
    const graph = halve(builder.graph);
    expect(graph.inputs.map(({ origin }) => origin)).toEqual(
      builder.graph.inputs.map(({ origin }) => origin),
    );
    expect([...graph.outputs].map(([name, { dataType }]) => [name, dataType])).toEqual([
      ['same', 'float32'],
      ['y', 'float32'],
    ]);
    const halves = graph.nodes.filter(({ outputs }) => outputs[0].dataType === 'float16');
    expect(new Set(halves.map(({ op }) => op))).toEqual(new Set(['cast', 'gemm']));
  });
});
