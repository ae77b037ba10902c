import { describe, expect, it } from 'vitest';

import { createGraphBuilder } from './create-builder.ts';
import { differentiate } from './differentiate.ts';
import { producerOf } from './graph.ts';
import type { Graph } from './graph.ts';
import { interpret } from './interpret.ts';

function run(graph: Graph, feeds: Record<string, { shape: number[]; data: number[] }>) {
  const tensors = Object.entries(feeds).map(([name, { shape, data }]) => [
    name,
    { shape, data: Float64Array.from(data) },
  ]);
  const results = interpret(graph, Object.fromEntries(tensors) as never);
  return Object.fromEntries(
    Object.entries(results).map(([name, { data }]) => [name, Array.from(data)]),
  );
}

describe('differentiate', () => {
  it('sums what flows back along several paths', () => {
    // loss = Σ x² + 3x, so dx = 2x + 3.
    const builder = createGraphBuilder();
    const x = builder.input('x', 'float32', [3]);
    const loss = builder.reduceSum(
      builder.add(builder.multiply(x, x), builder.multiply(x, 3)),
      [0],
    );
    builder.output('dx', differentiate(builder, loss, { parameters: [x] })[0]);
    expect(run(builder.graph, { x: { shape: [3], data: [-1, 0, 2] } }).dx).toEqual([1, 3, 7]);
  });

  it('gives zeros for a parameter that the loss does not depend on', () => {
    const builder = createGraphBuilder();
    const x = builder.input('x', 'float32', []);
    const unused = builder.input('unused', 'float32', [2]);
    const [, gradient] = differentiate(builder, x, { parameters: [x, unused] });
    builder.output('gradient', gradient);
    const feeds = { x: { shape: [], data: [1] }, unused: { shape: [2], data: [5, 6] } };
    expect(run(builder.graph, feeds).gradient).toEqual([0, 0]);
  });

  it('merges all lookups of one table into one scatter', () => {
    const builder = createGraphBuilder();
    const table = builder.input('table', 'float32', [4, 1]);
    const first = builder.gather(table, builder.integers([0, 0, 3]));
    const second = builder.gather(table, builder.integers([3, 1]));
    const loss = builder.add(
      builder.reduceSum(first, [0, 1]),
      builder.reduceSum(builder.multiply(second, 10), [0, 1]),
    );
    builder.output('gradient', differentiate(builder, loss, { parameters: [table] })[0]);
    expect(builder.graph.nodes.filter((node) => node.op === 'scatterAdd')).toHaveLength(1);
    const feeds = { table: { shape: [4, 1], data: [0, 0, 0, 0] } };
    expect(run(builder.graph, feeds).gradient).toEqual([2, 10, 0, 11]);
  });

  it('adds to what was accumulated inside the matrix product', () => {
    const builder = createGraphBuilder();
    const x = builder.input('x', 'float32', [2, 3]);
    const weight = builder.input('weight', 'float32', [4, 3]);
    const earlier = builder.input('earlier', 'float32', [4, 3]);
    const loss = builder.reduceSum(builder.gemm(x, weight, { transposeB: true }), [0, 1]);
    const [gradient] = differentiate(builder, loss, {
      parameters: [weight],
      accumulated: new Map([[weight, earlier]]),
    });
    const producer = producerOf(gradient);
    expect(producer?.op).toBe('gemm');
    expect(producer?.inputs[2]).toBe(earlier);
  });

  it('loses nothing where two matrix products and more add to one matrix', () => {
    // loss = Σ W ∘ c + Σ xW + Σ yW: of the three parts one product takes one other as its addend.
    const builder = createGraphBuilder();
    const [weight, c] = ['W', 'c'].map((name) => builder.input(name, 'float32', [2, 2]));
    const [x, y] = ['x', 'y'].map((name) => builder.input(name, 'float32', [1, 2]));
    const sum = (value: typeof x) => builder.reduceSum(value, [0, 1]);
    const elementwise = sum(builder.multiply(weight, c));
    const products = builder.add(sum(builder.gemm(x, weight)), sum(builder.gemm(y, weight)));
    const loss = builder.add(elementwise, products);
    builder.output('dW', differentiate(builder, loss, { parameters: [weight] })[0]);
    const feeds = {
      W: { shape: [2, 2], data: [0, 0, 0, 0] },
      c: { shape: [2, 2], data: [1, 2, 3, 4] },
      x: { shape: [1, 2], data: [10, 20] },
      y: { shape: [1, 2], data: [100, 200] },
    };
    expect(run(builder.graph, feeds).dW).toEqual([111, 112, 223, 224]);
  });

  it('adds to what was accumulated inside the scatter', () => {
    const builder = createGraphBuilder();
    const table = builder.input('table', 'float32', [4, 1]);
    const earlier = builder.input('earlier', 'float32', [4, 1]);
    const loss = builder.reduceSum(builder.gather(table, builder.integers([1, 1])), [0, 1]);
    const [gradient] = differentiate(builder, loss, {
      parameters: [table],
      accumulated: new Map([[table, earlier]]),
    });
    const producer = producerOf(gradient);
    expect(producer?.op).toBe('scatterAdd');
    expect(producer?.inputs[0]).toBe(earlier);
  });

  it('refuses an op through which no gradient flows, and a loss that is no scalar', () => {
    const builder = createGraphBuilder();
    const x = builder.input('x', 'float32', [3]);
    const loss = builder.reduceMax(x, [0]);
    expect(() => differentiate(builder, loss, { parameters: [x] })).toThrow(/reduceMax/);
    expect(() => differentiate(builder, x, { parameters: [x] })).toThrow(/scalar/);
  });
});
