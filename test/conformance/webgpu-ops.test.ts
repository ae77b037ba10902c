import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { RandomStream } from '#core/base/random-stream.ts';
import { createGraphBuilder } from '#core/graph/create-builder.ts';
import type { Graph } from '#core/graph/graph.ts';
import { interpret } from '#core/graph/interpret.ts';
import { ops } from '#core/graph/ops/table.ts';
import type { OpName } from '#core/graph/types.ts';
import { holdDevice } from '#core/runtime/onnx-webgpu/hold-device.ts';

import { opTolerance, relativeError } from '../fixtures/engine/finite-differences.ts';
import { opCases } from '../fixtures/engine/op-cases.ts';
import { buildBackward, buildForward, feedsOf, toTensors } from '../fixtures/engine/op-graphs.ts';
import { whyNoWebGpu } from '../fixtures/engine/open-webgpu.ts';
import type { Feed } from '../fixtures/engine/run-onnx.ts';
import { runWebGpu } from '../fixtures/engine/run-webgpu.ts';

const missing = await whyNoWebGpu();
const suffix = missing === null ? '' : ` (skipped: ${missing})`;
const names = Object.keys(ops) as OpName[];

async function expectReference(graph: Graph, inputs: readonly Feed[]): Promise<void> {
  const feeds = feedsOf(inputs);
  const results = await runWebGpu(graph, feeds);
  for (const [name, expected] of Object.entries(interpret(graph, toTensors(feeds)))) {
    expect(results[name].shape, name).toEqual(expected.shape);
    expect(relativeError(results[name].data, expected.data), name).toBeLessThan(opTolerance);
  }
}

/** Few cases, since every shader is compiled in software; ops.test.ts has more of the same forms. */
const forSomeSeeds = (check: (seed: number) => Promise<void>) =>
  fc.assert(fc.asyncProperty(fc.nat(1_000_000), check), { numRuns: 3 });

describe.skipIf(missing !== null)(`on the WebGPU provider${suffix}`, () => {
  // Otherwise every case would compile its shaders anew.
  beforeAll(holdDevice);

  it.each(names)('%s gives what its reference gives', async (op) => {
    await forSomeSeeds(async (seed) => {
      const example = opCases[op](new RandomStream(seed, 'case'));
      await expectReference(buildForward(op, example), example.inputs);
    });
  });

  // Which is the one that finite differences have, as ops.test.ts shows.
  it.each(names.filter((op) => ops[op].gradient !== null))(
    '%s has the gradient of its reference',
    async (op) => {
      await forSomeSeeds(async (seed) => {
        const random = new RandomStream(seed, 'case');
        const example = opCases[op](random);
        const graph = buildBackward(op, example, random);
        await expectReference(graph, example.inputs);
      });
    },
  );

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
    const graph = buildForward('scatterAdd', { inputs, attributes: {} });
    const feeds = feedsOf(inputs);
    const { y0 } = await runWebGpu(graph, feeds);
    expect(y0.data).toEqual(interpret(graph, toTensors(feeds)).y0.data);
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
