import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { RandomStream } from '#core/base/random-stream.ts';
import { createGraphBuilder } from '#core/graph/create-builder.ts';
import { multiplyDimensions } from '#core/graph/dimensions.ts';
import type { Graph } from '#core/graph/graph.ts';
import { interpret } from '#core/graph/interpret.ts';
import { encodeOnnx } from '#core/graph/onnx/encode.ts';
import { lowerToOnnx } from '#core/graph/onnx/lower.ts';
import { ops } from '#core/graph/ops/table.ts';
import type { Tensor } from '#core/graph/tensor.ts';
import type { OpName } from '#core/graph/types.ts';
import { verifyGraph } from '#core/graph/verify.ts';

import {
  differentiateNumerically,
  opTolerance,
  relativeError,
} from '../fixtures/engine/finite-differences.ts';
import { opCases } from '../fixtures/engine/op-cases.ts';
import { buildBackward, buildForward, feedsOf, toTensors } from '../fixtures/engine/op-graphs.ts';
import { testBackends } from '../fixtures/engine/open-tensorflow.ts';
import { openOnnx } from '../fixtures/engine/run-onnx.ts';
import type { Feed, Result } from '../fixtures/engine/run-onnx.ts';
import { runTensorflow } from '../fixtures/engine/run-tensorflow.ts';
import type { Feeds } from '../fixtures/engine/step-feeds.ts';

function expectEqual(actual: Record<string, Result>, expected: Record<string, Tensor>): void {
  for (const [name, tensor] of Object.entries(expected)) {
    expect(actual[name].shape, name).toEqual(tensor.shape);
    expect(relativeError(actual[name].data, tensor.data), name).toBeLessThan(opTolerance);
  }
}

async function expectEnginesToEqualReference(graph: Graph, feeds: Feeds): Promise<void> {
  const expected = interpret(graph, toTensors(feeds));
  for (const fusedMatMul of [false, true]) {
    const run = await openOnnx(encodeOnnx(lowerToOnnx(graph, { fusedMatMul })));
    expectEqual(await run(feeds), expected);
  }
  for (const backend of testBackends) {
    expectEqual(await runTensorflow(graph, feeds, backend), expected);
  }
}

const seeds = fc.nat(1_000_000);

describe.each(Object.keys(ops) as OpName[])('%s', (op) => {
  it('gives in ONNX Runtime and TensorFlow.js what its reference gives', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const example = opCases[op](new RandomStream(seed, 'case'));
        await expectEnginesToEqualReference(buildForward(op, example), feedsOf(example.inputs));
      }),
      { numRuns: 15 },
    );
  });

  if (ops[op].gradient === null) return;
  it('has the gradient that finite differences have', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const random = new RandomStream(seed, 'case');
        const example = opCases[op](random);
        const graph = buildBackward(op, example, random);
        const feeds = feedsOf(example.inputs);
        const tensors = toTensors(feeds);
        const gradients = interpret(graph, tensors);
        for (const name of Object.keys(gradients).filter((output) => output !== 'loss')) {
          const input = name.slice(1);
          const expected = differentiateNumerically(
            tensors[input],
            (moved) => interpret(graph, { ...tensors, [input]: moved }).loss.data[0],
          );
          expect(relativeError(gradients[name].data, expected), name).toBeLessThan(1e-6);
        }
        await expectEnginesToEqualReference(graph, feeds);
      }),
      { numRuns: 15 },
    );
  });
});

describe('scatterAdd', () => {
  it('loses no update of rows named thousands of times, on several threads', async () => {
    const random = new RandomStream(3, 'scatter');
    const [rows, width, updates] = [40, 64, 20_000];
    // Whole numbers, whose sums are exact in any order.
    const whole = (length: number, bound: number) =>
      Array.from({ length }, () => random.integer(bound));
    const inputs: Feed[] = [
      { dataType: 'float32', shape: [rows, width], data: whole(rows * width, 9) },
      { dataType: 'int64', shape: [updates], data: whole(updates, rows) },
      { dataType: 'float32', shape: [updates, width], data: whole(updates * width, 9) },
    ];
    const graph = buildForward('scatterAdd', { inputs, attributes: {} });
    const expected = interpret(graph, toTensors(feedsOf(inputs)));
    const bytes = encodeOnnx(lowerToOnnx(graph, { fusedMatMul: false }));
    const run = await openOnnx(bytes, { threads: 4 });
    // Threads that lose updates do so now and then only.
    for (let round = 0; round < 10; round++) {
      const { y0 } = await run(feedsOf(inputs));
      expect(y0.data).toEqual(expected.y0.data);
    }
    for (const backend of testBackends) {
      const { y0 } = await runTensorflow(graph, feedsOf(inputs), backend);
      expect(y0.data, backend).toEqual(expected.y0.data);
    }
  });

  it('is never written as ScatterND, whose kernel loses updates where it happens to be unlucky', () => {
    for (const shape of [[4], [4, 2], [4, 2, 3]]) {
      const builder = createGraphBuilder();
      const table = builder.input('table', 'float32', shape);
      const indices = builder.input('indices', 'int64', [3]);
      const updates = builder.input('updates', 'float32', [3, ...shape.slice(1)]);
      builder.output('y', builder.scatterAdd(table, indices, updates));
      for (const webGpu of [false, true]) {
        const { nodes } = lowerToOnnx(builder.graph, { fusedMatMul: false, webGpu });
        expect(nodes.map(({ type }) => type)).not.toContain('ScatterND');
      }
    }
  });
});

describe('sizes that are known only when the graph runs', () => {
  it('are computed from the inputs that carry them', async () => {
    const builder = createGraphBuilder();
    const x = builder.input('x', 'float32', ['rows', 'columns']);
    const ids = builder.input('ids', 'int64', ['targets']);
    const positions = builder.range(1, 'columns');
    const all = builder.concat([builder.flatten(ids), positions], 0);
    const ones = builder.expand(builder.scalar(1), all.shape);
    builder.output('counts', builder.scatterAdd(builder.zeros([9]), all, ones));
    builder.output('sums', builder.zeros([multiplyDimensions(['rows', 'targets', 2]), 3]));
    const stacked = builder.reshape(builder.transpose(x, [1, 0]), ['columns', 'rows', 1]);
    builder.output('stacked', builder.reshape(stacked, ['rows', 'columns', 1, 1]));
    verifyGraph(builder.graph, 'symbolic');
    const run = await openOnnx(encodeOnnx(lowerToOnnx(builder.graph, { fusedMatMul: false })));
    for (const [rows, columns, targets] of [
      [2, 3, 4],
      [5, 7, 1],
    ]) {
      const elements = Array.from({ length: rows * columns }, (_, index) => index);
      const feeds: Feeds = {
        x: { dataType: 'float32', shape: [rows, columns], data: elements },
        ids: { dataType: 'int64', shape: [targets], data: new Array<number>(targets).fill(1) },
      };
      const expected = interpret(builder.graph, toTensors(feeds));
      const results = [await run(feeds)];
      for (const backend of testBackends) {
        results.push(await runTensorflow(builder.graph, feeds, backend));
      }
      for (const actual of results) {
        for (const name of ['counts', 'sums', 'stacked']) {
          expect(actual[name].shape, name).toEqual(expected[name].shape);
          expect(actual[name].data, name).toEqual(expected[name].data);
        }
      }
    }
  });
});
