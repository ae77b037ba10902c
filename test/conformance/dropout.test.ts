import { describe, expect, it } from 'vitest';

import type { Head } from '#core/model/configuration.ts';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { createOnnxWebGpuRuntime } from '#core/runtime/onnx-webgpu/webgpu-runtime.ts';
import { createTensorflowRuntime } from '#core/runtime/tensorflow/tensorflow-runtime.ts';
import type { DropoutKey, Runtime, TrainingSession } from '#core/training/ports.ts';

import { relativeError } from '../fixtures/engine/finite-differences.ts';
import { openTensorflow } from '../fixtures/engine/open-tensorflow.ts';
import { whyNoWebGpu } from '../fixtures/engine/open-webgpu.ts';
import {
  heads,
  openRandom,
  randomBatch,
  readWeights,
  requestOf,
} from '../fixtures/engine/random-session.ts';
import { computeReference } from '../fixtures/engine/reference-step.ts';

const missing = await whyNoWebGpu();
const webGpu = `onnx-webgpu${missing === null ? '' : ` (skipped: ${missing})`}`;

/** Two micro-batches of an update, the first of nine rows and columns, which WebGPU pads to ten. */
const keys: readonly DropoutKey[] = [
  { seed: 2 ** 40 + 1, microStep: 6 },
  { seed: 2 ** 40 + 1, microStep: 7 },
];
const batchOf = (head: Head, index: number) =>
  randomBatch(head, { seed: index, rows: 9 - index, columns: 9 + index });

/** The losses and the gathered gradients, which are read from the first moments of the first update. */
async function trainOnce(session: TrainingSession, head: Head) {
  const losses: number[] = [];
  for (const [index, key] of keys.entries()) {
    losses.push(await session.accumulate(batchOf(head, index), key));
  }
  await session.update({ learningRate: 1e-3, maxGradientNorm: 1e6 });
  const { beta1 } = requestOf(head).optimiser;
  const { firstMoments } = await session.readOptimiserState();
  const parameters = await session.readParameters();
  const gradients = parameters.map(({ name }, index) => {
    const moments = firstMoments[index];
    return [name, Float64Array.from(moments, (moment) => moment / (1 - beta1))] as const;
  });
  return { losses, gradients };
}

async function expectReference(runtime: Runtime, head: Head): Promise<void> {
  const request = requestOf(head, 0.3);
  const session = await openRandom(runtime, request);
  const weights = await readWeights(session);
  const { losses, gradients } = await trainOnce(session, head);
  await session.dispose();

  const references = keys.map((key, index) =>
    computeReference(request, weights, { batch: batchOf(head, index), key }),
  );
  references.forEach(({ loss }, index) => {
    expect(Math.abs(losses[index] / loss - 1)).toBeLessThan(1e-6);
  });
  expect(gradients).toHaveLength(references[0].gradients.size);
  for (const [name, found] of gradients) {
    const [first, second] = references.map((step) => step.gradients.get(name)!);
    const expected = first.map((value, index) => value + second[index]);
    // Key biases have no gradient but rounding: smaller ones are held against 1e-3.
    expect(relativeError(found, expected, 1e-3), name).toBeLessThan(1e-5);
  }
}

describe.each(heads)('dropout, $kind', (head) => {
  it('in onnx-cpu gives the losses and gradients of the reference in float64', async () => {
    await expectReference(createOnnxCpuRuntime({ threads: 1 }), head);
  });

  it('in TensorFlow.js gives the losses and gradients of the reference in float64', async () => {
    const load = () => openTensorflow('cpu');
    await expectReference(createTensorflowRuntime({ name: 'tensorflow-cpu', load }), head);
  });

  it.skipIf(missing !== null)(
    `in ${webGpu} gives the losses and gradients of the reference in float64`,
    async () => {
      await expectReference(createOnnxWebGpuRuntime(), head);
    },
    600_000,
  );

  it('gives other losses with the masks of another micro-step', async () => {
    const request = requestOf(head, 0.3);
    const session = await openRandom(createOnnxCpuRuntime({ threads: 1 }), request);
    const weights = await readWeights(session);
    await session.dispose();
    const [first, second] = keys.map(
      (key) => computeReference(request, weights, { batch: batchOf(head, 0), key }).loss,
    );
    expect(Math.abs(first / second - 1)).toBeGreaterThan(1e-4);
  });
});
