import { beforeAll, describe, expect, it } from 'vitest';

import { RandomStream } from '#core/base/random-stream.ts';
import { createGraphBuilder } from '#core/graph/create-builder.ts';
import type { Graph } from '#core/graph/graph.ts';
import { interpret } from '#core/graph/interpret.ts';
import { ops } from '#core/graph/ops/table.ts';
import type { OpName } from '#core/graph/types.ts';
import { holdDevice } from '#core/runtime/onnx-webgpu/hold-device.ts';

import { relativeError } from '../fixtures/engine/finite-differences.ts';
import { opCases } from '../fixtures/engine/op-cases.ts';
import type { OpCase } from '../fixtures/engine/op-cases.ts';
import { whyNoWebGpu } from '../fixtures/engine/open-webgpu.ts';
import type { Feed } from '../fixtures/engine/run-onnx.ts';
import { runWebGpu } from '../fixtures/engine/run-webgpu.ts';

const missing = await whyNoWebGpu();
const suffix = missing === null ? '' : ` (skipped: ${missing})`;

function build<Name extends OpName>(op: Name, example: OpCase<Name>): Graph {
  const builder = createGraphBuilder();
  const inputs = example.inputs.map(({ dataType, shape }, index) =>
    builder.input(`x${index}`, dataType, shape),
  );
  for (const [index, output] of builder.apply(op, inputs, example.attributes).entries()) {
    builder.output(`y${index}`, output);
  }
  return builder.graph;
}

function feedsOf(inputs: readonly Feed[]): Record<string, Feed> {
  return Object.fromEntries(inputs.map((input, index) => [`x${index}`, input]));
}

function referenceOf(graph: Graph, inputs: readonly Feed[]) {
  const tensors = inputs.map(({ shape, data }, index) => [
    `x${index}`,
    { shape, data: Float64Array.from(Array.from(data)) },
  ]);
  return interpret(graph, Object.fromEntries(tensors) as Parameters<typeof interpret>[1]);
}

// Every shader is compiled in software, so two cases per op; other engines prove the same forms on
// many more, and the gradients are made of the same ops.
describe.skipIf(missing !== null)(`on the WebGPU provider${suffix}`, () => {
  // Otherwise every case would compile its shaders anew.
  beforeAll(holdDevice);

  it.each(Object.keys(ops) as OpName[])('%s gives what its reference gives', async (op) => {
    for (const seed of [1, 2]) {
      const example = opCases[op](new RandomStream(seed, 'case'));
      const graph = build(op, example);
      const results = await runWebGpu(graph, feedsOf(example.inputs));
      for (const [name, expected] of Object.entries(referenceOf(graph, example.inputs))) {
        expect(results[name].shape, name).toEqual(expected.shape);
        expect(relativeError(results[name].data, expected.data), name).toBeLessThan(1e-5);
      }
    }
  });

  it('scatterAdd loses no update of rows named a hundred times', async () => {
    const random = new RandomStream(3, 'scatter');
    const [rows, width, updates] = [10, 16, 1000];
    // Whole numbers, whose sums are exact in any order.
    const whole = (length: number, bound: number) =>
      Array.from({ length }, () => random.integer(bound));
    const inputs: Feed[] = [
      { dataType: 'float32', shape: [rows, width], data: whole(rows * width, 9) },
      { dataType: 'int64', shape: [updates], data: whole(updates, rows) },
      { dataType: 'float32', shape: [updates, width], data: whole(updates * width, 9) },
    ];
    const graph = build('scatterAdd', { inputs, attributes: {} });
    const { y0 } = await runWebGpu(graph, feedsOf(inputs));
    expect(y0.data).toEqual(referenceOf(graph, inputs).y0.data);
  });

  it('a graph of which a part would run on the CPU is refused', async () => {
    const builder = createGraphBuilder();
    // The size of what it makes is known only when it runs: shapes are computed on the CPU.
    const x = builder.input('x', 'float32', ['rows', 2]);
    builder.output('y', builder.zeros([...x.shape, 3]));
    await expect(
      runWebGpu(builder.graph, { x: { dataType: 'float32', shape: [1, 2], data: [1, 2] } }),
    ).rejects.toMatchObject({
      code: 'runtime.failed',
      details: { found: 'operators for which it has no kernels' },
    });
  });
});
