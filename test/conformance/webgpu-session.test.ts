import { describe, expect, it } from 'vitest';

import { RandomStream } from '#core/base/random-stream.ts';
import { initialiseParameters } from '#core/model/initialise.ts';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { createOnnxWebGpuRuntime } from '#core/runtime/onnx-webgpu/webgpu-runtime.ts';
import type { TrainingSession } from '#core/training/ports.ts';

import { relativeError } from '../fixtures/engine/finite-differences.ts';
import { whyNoWebGpu } from '../fixtures/engine/open-webgpu.ts';
import {
  heads,
  learningError,
  nativeBytes,
  openRandom,
  randomBatch,
  readWeights,
  requestOf,
} from '../fixtures/engine/random-session.ts';
import { expectTorchUpdates, isNoise } from '../fixtures/engine/torch-updates.ts';

const missing = await whyNoWebGpu();
const suffix = missing === null ? '' : ` (skipped: ${missing})`;

const [masked, sequence] = heads;
const settings = { learningRate: 1e-3, maxGradientNorm: 1 };
const runtime = createOnnxWebGpuRuntime();

/** Nine rows and columns, which are padded to ten; the second micro-batch to other columns. */
const batchAt = (microStep: number) =>
  randomBatch(masked, { seed: microStep, rows: 9, columns: 9 + (microStep % 2) });

/** Updates of two micro-batches each, with dropout; the losses and norms. */
async function trainSteps(session: TrainingSession, from: number, to: number): Promise<number[]> {
  const reports: number[] = [];
  for (let step = from; step < to; step++) {
    for (const microStep of [2 * step, 2 * step + 1]) {
      reports.push(await session.accumulate(batchAt(microStep), { seed: 1, microStep }));
    }
    reports.push(await session.update(settings));
  }
  return reports;
}

function expectClose(found: readonly number[], expected: readonly number[], tolerance: number) {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, index) => {
    expect(Math.abs(value / expected[index] - 1)).toBeLessThan(tolerance);
  });
}

describe.skipIf(missing !== null)(`onnx-webgpu${suffix}`, () => {
  it.each(['masked-language-model', 'sequence-classification', 'token-classification'])(
    'makes the five updates of PyTorch, clipped: %s',
    async (name) => {
      await expectTorchUpdates(runtime, name);
    },
    600_000,
  );

  it('agrees with onnx-cpu, with dropout, accumulation and padding, and goes on where it stopped', async () => {
    const request = requestOf(masked, 0.1);
    const onnx = await openRandom(createOnnxCpuRuntime({ threads: 2 }), request);
    const start = await readWeights(onnx);
    const expectedReports = await trainSteps(onnx, 0, 4);
    const expected = await readWeights(onnx);
    const question = { ...batchAt(99), rows: 9 };
    const logits = (await onnx.predict(question)).slice();
    await onnx.dispose();

    const first = await openRandom(runtime, request);
    expectClose(await trainSteps(first, 0, 2), expectedReports.slice(0, 6), 2e-6);
    const [weights, state] = [await readWeights(first), await first.readOptimiserState()];
    await first.dispose();

    const second = await runtime.open(request);
    await second.writeParameters((parameters) => {
      for (const { name, values } of parameters) values.set(weights.get(name)!);
    });
    await second.restoreOptimiserState(state);
    // What is stored and restored is the same to the last bit.
    expect(await readWeights(second)).toEqual(weights);
    expect(await second.readOptimiserState()).toEqual(state);

    // Sums in scatters come in no fixed order, so what follows is equal but for rounding.
    expectClose(await trainSteps(second, 2, 4), expectedReports.slice(6), 2e-6);
    for (const [name, values] of await readWeights(second)) {
      if (isNoise(name)) continue;
      const error = learningError(values, expected.get(name)!, start.get(name)!);
      expect(error, name).toBeLessThan(3e-4);
    }
    expect(relativeError(await second.predict(question), logits)).toBeLessThan(1e-5);
    await second.dispose();
  }, 600_000);

  it('refuses what no engine can do, and changes nothing', async () => {
    const session = await openRandom(runtime, requestOf(sequence));
    const batch = randomBatch(sequence);
    const before = await readWeights(session);
    await expect(session.update(settings)).rejects.toMatchObject({
      code: 'training.nothing-gathered',
    });
    const wrong = { ...batch, labels: batch.labels.map(() => 3) };
    await expect(session.accumulate(wrong, null)).rejects.toMatchObject({
      code: 'batch.malformed',
    });
    await expect(
      session.restoreOptimiserState({ stepCount: 1, firstMoments: [], secondMoments: [] }),
    ).rejects.toMatchObject({ code: 'runtime.parameter-mismatch' });
    await expect(
      session.writeParameters(([embeddings]) => {
        embeddings.values.fill(7);
        throw new Error('stopped half-way');
      }),
    ).rejects.toThrow('stopped half-way');
    expect(await readWeights(session)).toEqual(before);
    await session.dispose();
    await session.dispose();
    await expect(session.predict(batch)).rejects.toMatchObject({ code: 'runtime.disposed' });
  });

  it('leaves the weights alone when gradients are not finite', async () => {
    const session = await openRandom(runtime, requestOf(sequence));
    const before = await readWeights(session);
    const batch = randomBatch(sequence);
    await session.accumulate({ ...batch, weights: batch.weights.map(() => 3e38) }, null);
    await expect(session.update(settings)).rejects.toMatchObject({ code: 'training.diverged' });
    expect(await readWeights(session)).toEqual(before);
    expect((await session.readOptimiserState()).stepCount).toBe(0);
    await session.dispose();
  });

  it('holds no more memory after 400 steps than after the first', async () => {
    // A narrow layer, so that a step is short; a table of 256 KiB, so that one copy left behind in
    // each step would be 100 MiB in the end.
    const { encoder, ...rest } = requestOf(sequence);
    const session = await runtime.open({
      ...rest,
      encoder: {
        ...encoder,
        layerCount: 1,
        headCount: 1,
        hiddenSize: 16,
        intermediateSize: 16,
        vocabularySize: 4096,
      },
    });
    await session.writeParameters((parameters) => {
      initialiseParameters(parameters, new RandomStream(5, 'weights'));
    });
    const batch = randomBatch(sequence, { rows: 2, columns: 4 });
    const work = async (step: number) => {
      // Every eighth update gathers two batches.
      for (let part = 0; part < (step % 8 === 0 ? 2 : 1); part++) {
        await session.accumulate(batch, null);
      }
      await session.update(settings);
    };
    for (let step = 0; step < 20; step++) await work(step);
    const before = nativeBytes();
    for (let step = 20; step < 400; step++) await work(step);
    const grownMiB = (nativeBytes() - before) / 2 ** 20;
    expect(grownMiB).toBeLessThan(40);
    await session.dispose();
  }, 900_000);
});
