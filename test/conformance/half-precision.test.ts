import { describe, expect, it } from 'vitest';

import { RandomStream } from '#core/base/random-stream.ts';
import { createGraphBuilder } from '#core/graph/create-builder.ts';
import { longestHalfSum, useHalfPrecision } from '#core/graph/half-precision.ts';
import { interpret } from '#core/graph/interpret.ts';
import { encodeOnnx } from '#core/graph/onnx/encode.ts';
import { lowerToOnnx } from '#core/graph/onnx/lower.ts';

import { evaluateHalfSums } from '../fixtures/engine/interpret-half-sums.ts';
import { expectMixedUpdates, mixedTrainingGraph } from '../fixtures/engine/mixed-updates.ts';
import type { RunStep } from '../fixtures/engine/mixed-updates.ts';
import { readStep } from '../fixtures/engine/read-step.ts';
import type { StepFixture } from '../fixtures/engine/read-step.ts';
import { openOnnx } from '../fixtures/engine/run-onnx.ts';

/** onnxruntime's CPU provider: halves as they are stored, sums in float32. */
async function onnxStep(fixture: StepFixture): Promise<RunStep> {
  const options = { fusedMatMul: false };
  const run = await openOnnx(encodeOnnx(lowerToOnnx(mixedTrainingGraph(fixture), options)));
  return async (feeds) => {
    const results = Object.entries(await run(feeds));
    return Object.fromEntries(results.map(([name, { data }]) => [name, data]));
  };
}

/** The reference with every sum of a product in float16, as on WebGPU. */
function interpretedStep(fixture: StepFixture): RunStep {
  const graph = mixedTrainingGraph(fixture);
  return (feeds) => {
    const tensors = Object.entries(feeds).map(
      ([name, { shape, data }]) =>
        [name, { shape, data: Float64Array.from(Array.from(data)) }] as const,
    );
    const results = interpret(graph, Object.fromEntries(tensors), evaluateHalfSums);
    return Promise.resolve(
      Object.fromEntries(Object.entries(results).map(([name, { data }]) => [name, data])),
    );
  };
}

const ones = (shape: readonly number[]) => ({
  shape,
  data: new Float64Array(shape[0] * shape[1]).fill(1),
});

describe('a sum in half precision', () => {
  it('stops growing where the next number is less than half a last place', () => {
    const builder = createGraphBuilder();
    const [a, b] = (['a', 'b'] as const).map((name) =>
      builder.cast(builder.input(name, 'float32', [2, 4096]), 'float16'),
    );
    builder.output('y', builder.cast(builder.gemm(a, b, { transposeB: true }), 'float32'));
    const feeds = { a: ones([2, 4096]), b: ones([2, 4096]) };
    expect([...interpret(builder.graph, feeds, evaluateHalfSums).y.data]).toEqual(
      Array(4).fill(2048),
    );
  });

  it('loses less than a hundredth of a product of the longest sums that are made', () => {
    const shape = [16, longestHalfSum];
    const builder = createGraphBuilder();
    const [a, b] = (['a', 'b'] as const).map((name) => builder.input(name, 'float32', shape));
    builder.output('y', builder.gemm(a, b, { transposeB: true }));
    const feeds = Object.fromEntries(
      ['a', 'b'].map((name) => {
        const random = new RandomStream(4, name);
        const data = Float64Array.from({ length: 16 * longestHalfSum }, () => random.normal());
        return [name, { shape, data }];
      }),
    );
    const exact = interpret(builder.graph, feeds).y.data;
    const halved = interpret(useHalfPrecision(builder.graph), feeds, evaluateHalfSums).y.data;
    const error = Math.hypot(...halved.map((value, index) => value - exact[index]));
    expect(error / Math.hypot(...exact)).toBeLessThan(0.01);
    expect(error).toBeGreaterThan(0);
  });
});

/** Small enough that no fixture's gradient overflows: skipped updates are another test's. */
const scaling = { scale: 2 ** 12, goodUpdateCount: 0 };

describe.each(['masked-language-model', 'sequence-classification', 'token-classification'])(
  'five updates in mixed precision are those of PyTorch but for rounding: %s',
  (name) => {
    const fixture = readStep(name);

    it('on onnxruntime’s CPU provider', async () => {
      const end = await expectMixedUpdates(await onnxStep(fixture), fixture, scaling);
      expect(end).toEqual({ scale: 2 ** 12, goodUpdateCount: 5 });
    });

    it('with sums in half precision', async () => {
      await expectMixedUpdates(interpretedStep(fixture), fixture, scaling);
    }, 60_000);
  },
);
