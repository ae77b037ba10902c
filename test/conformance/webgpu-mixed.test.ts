import { Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';

import { RandomStream } from '#core/base/random-stream.ts';
import { createGraphBuilder } from '#core/graph/create-builder.ts';
import { longestHalfSum, useHalfPrecision } from '#core/graph/half-precision.ts';
import { interpret } from '#core/graph/interpret.ts';
import { findWebGpu } from '#core/runtime/onnx-webgpu/find-webgpu.ts';
import { loadProgram } from '#core/runtime/onnx-webgpu/program.ts';
import { createOnnxWebGpuRuntime } from '#core/runtime/onnx-webgpu/webgpu-runtime.ts';
import type { LossScaling, TrainingSession } from '#core/training/ports.ts';

import { relativeError } from '../fixtures/engine/finite-differences.ts';
import { mixedTolerances } from '../fixtures/engine/mixed-updates.ts';
import { whyNoWebGpu } from '../fixtures/engine/open-webgpu.ts';
import {
  heads,
  learningError,
  openRandom,
  randomBatch,
  readWeights,
  requestOf,
} from '../fixtures/engine/random-session.ts';
import { batchOf, decodeFloats, readStep } from '../fixtures/engine/read-step.ts';
import { isNoise } from '../fixtures/engine/torch-updates.ts';

const missing = await whyNoWebGpu();
const adapter = missing === null ? await findWebGpu() : null;
const hasHalf = adapter?.precisions.includes('mixed') === true;
const reason = missing ?? (hasHalf ? null : 'the adapter has no half precision');
const suffix = reason === null ? '' : ` (skipped: ${reason})`;

const [masked, sequence] = heads;
const settings = { learningRate: 1e-3, maxGradientNorm: 1 };
const mixed = createOnnxWebGpuRuntime('mixed');

/** Another scale, everything else as it is. */
async function setScaling(session: TrainingSession, lossScaling: LossScaling): Promise<void> {
  await session.restoreOptimiserState({ ...(await session.readOptimiserState()), lossScaling });
}

describe.skipIf(missing !== null || hasHalf)(
  'onnx-webgpu on an adapter without half precision',
  () => {
    it('says so', () => {
      expect(adapter?.precisions).toEqual(['float32']);
      expect(adapter?.detail).toContain('no half precision');
    });

    it('refuses mixed precision before anything is computed wrongly', async () => {
      const session = await openRandom(mixed, requestOf(sequence));
      const before = await readWeights(session);
      await expect(session.accumulate(randomBatch(sequence), null)).rejects.toMatchObject({
        code: 'engine.no-half-precision',
      });
      expect(await readWeights(session)).toEqual(before);
      await session.dispose();
    });
  },
);

describe.skipIf(reason !== null)(`onnx-webgpu in mixed precision${suffix}`, () => {
  it('says so', () => {
    expect(adapter?.detail).toContain('mixed precision');
  });

  it('loses less than a hundredth of a product of the longest sums, here of two blocks', async () => {
    const [inner, size] = [2 * longestHalfSum, 32];
    const builder = createGraphBuilder();
    const shapes = { a: [size, inner], b: [inner, size] };
    const [a, b] = (['a', 'b'] as const).map((name) =>
      builder.input(name, 'float32', shapes[name]),
    );
    builder.output('y', builder.gemm(a, b));
    const tensors = Object.entries(shapes).map(([name, shape]) => {
      const random = new RandomStream(4, name);
      const data = Float32Array.from({ length: size * inner }, () => random.normal());
      return { name, shape, data };
    });
    const exact = interpret(
      builder.graph,
      Object.fromEntries(
        tensors.map(({ name, shape, data }) => [name, { shape, data: Float64Array.from(data) }]),
      ),
    ).y.data;
    const program = await loadProgram(useHalfPrecision(builder.graph));
    const feeds = tensors.map(
      ({ name, shape, data }) => [name, new Tensor('float32', data, shape)] as const,
    );
    const found = (await program.run(new Map(feeds))).get('y')!;
    await program.release();
    const error = Math.hypot(...found.map((value, index) => value - exact[index]));
    expect(error / Math.hypot(...exact)).toBeLessThan(0.01);
    // Rounding of operands alone leaves more than this: it was computed in half precision.
    expect(error / Math.hypot(...exact)).toBeGreaterThan(1e-4);
  });

  it.each(['masked-language-model', 'sequence-classification', 'token-classification'])(
    'makes the five updates of PyTorch but for rounding: %s',
    async (name) => {
      const { encoder, head, training, parameters, ...fixture } = readStep(name);
      const session = await mixed.open({ encoder, head, optimiser: training, dropoutRate: 0 });
      const stored = new Map(parameters.map((parameter) => [parameter.name, parameter]));
      await session.writeParameters((views) => {
        for (const view of views) view.values.set(decodeFloats(stored.get(view.name)!.initial));
      });
      await setScaling(session, { scale: 2 ** 12, goodUpdateCount: 7 });
      const batch = batchOf({ encoder, head, training, parameters, ...fixture });
      // Predictions are in float32.
      const logits = decodeFloats(fixture.logits);
      expect(relativeError(await session.predict(batch), logits)).toBeLessThan(1e-5);
      for (const [step, learningRate] of training.learningRates.entries()) {
        const loss = await session.accumulate(batch, null);
        expect(Math.abs(loss / training.losses[step] - 1)).toBeLessThan(mixedTolerances.loss);
        const { maxGradientNorm } = training;
        const norm = await session.update({ learningRate, maxGradientNorm });
        const error = Math.abs(norm / training.gradientNorms[step] - 1);
        expect(error).toBeLessThan(mixedTolerances.gradientNorm);
        // It is not float32 under another name.
        expect(error).toBeGreaterThan(0);
      }
      for (const [parameter, values] of await readWeights(session)) {
        if (isNoise(parameter)) continue;
        const { initial, trained } = stored.get(parameter)!;
        const error = learningError(values, decodeFloats(trained), decodeFloats(initial));
        expect(error, parameter).toBeLessThan(mixedTolerances.learning);
      }
      expect(await session.readOptimiserState()).toMatchObject({
        stepCount: 5,
        lossScaling: { scale: 2 ** 12, goodUpdateCount: 12 },
      });
      await session.dispose();
    },
    600_000,
  );

  it('halves the scale and skips the update where gradients overflow; the next one is fine', async () => {
    const session = await openRandom(mixed, requestOf(masked));
    const batch = randomBatch(masked);
    await session.accumulate(batch, null);
    expect(await session.update(settings)).toBeLessThan(1e3);
    const [weights, state] = [await readWeights(session), await session.readOptimiserState()];
    expect(state).toMatchObject({
      stepCount: 1,
      lossScaling: { scale: 2 ** 16, goodUpdateCount: 1 },
    });

    await setScaling(session, { scale: 2 ** 40, goodUpdateCount: 3 });
    await session.accumulate(batch, null);
    expect(Number.isFinite(await session.update(settings))).toBe(false);
    expect(await readWeights(session)).toEqual(weights);
    expect(await session.readOptimiserState()).toEqual({
      ...state,
      lossScaling: { scale: 2 ** 39, goodUpdateCount: 0 },
    });

    await setScaling(session, { scale: 2 ** 10, goodUpdateCount: 0 });
    const loss = await session.accumulate(batch, null);
    expect(loss).toBeGreaterThan(0);
    expect(await session.update(settings)).toBeLessThan(1e3);
    expect(await readWeights(session)).not.toEqual(weights);
    expect(await session.readOptimiserState()).toMatchObject({
      stepCount: 2,
      lossScaling: { scale: 2 ** 10, goodUpdateCount: 1 },
    });
    await session.dispose();
  }, 600_000);

  it('says so where no scale helps', async () => {
    const session = await openRandom(mixed, requestOf(sequence));
    const batch = randomBatch(sequence);
    await setScaling(session, { scale: 1, goodUpdateCount: 0 });
    const before = await readWeights(session);
    await session.accumulate({ ...batch, weights: batch.weights.map(() => 3e38) }, null);
    await expect(session.update(settings)).rejects.toMatchObject({
      code: 'training.half-overflow',
    });
    expect(await readWeights(session)).toEqual(before);
    await session.dispose();
  }, 60_000);

  it('goes on with the same scale after it was stored, with dropout and accumulation', async () => {
    const request = requestOf(masked, 0.1);
    const work = async (session: TrainingSession, from: number, to: number) => {
      const reports: number[] = [];
      for (let microStep = 2 * from; microStep < 2 * to; microStep++) {
        const batch = randomBatch(masked, { seed: microStep, rows: 9, columns: 9 });
        reports.push(await session.accumulate(batch, { seed: 1, microStep }));
        if (microStep % 2 === 1) reports.push(await session.update(settings));
      }
      return reports;
    };
    const start = { scale: 2 ** 11, goodUpdateCount: 1997 };
    const whole = await openRandom(mixed, request);
    await setScaling(whole, start);
    const expected = await work(whole, 0, 4);
    const end = await whole.readOptimiserState();
    // Two updates before the interruption, of which the third after it lets the scale grow.
    expect(end.lossScaling).toEqual({ scale: 2 ** 12, goodUpdateCount: 1 });

    const first = await openRandom(mixed, request);
    await setScaling(first, start);
    await work(first, 0, 2);
    const [weights, state] = [await readWeights(first), await first.readOptimiserState()];
    expect(state.lossScaling).toEqual({ scale: 2 ** 11, goodUpdateCount: 1999 });
    await first.dispose();

    const second = await mixed.open(request);
    await second.writeParameters((parameters) => {
      for (const { name, values } of parameters) values.set(weights.get(name)!);
    });
    await second.restoreOptimiserState(state);
    expect(await second.readOptimiserState()).toEqual(state);
    const resumed = await work(second, 2, 4);
    resumed.forEach((report, index) => {
      expect(Math.abs(report / expected[6 + index] - 1)).toBeLessThan(1e-3);
    });
    expect((await second.readOptimiserState()).lossScaling).toEqual(end.lossScaling);

    // A state of float32 has no scale: then it starts anew.
    const { lossScaling: _, ...plain } = state;
    await second.restoreOptimiserState(plain);
    expect((await second.readOptimiserState()).lossScaling).toEqual({
      scale: 2 ** 16,
      goodUpdateCount: 0,
    });
    await second.dispose();
    await whole.dispose();
  }, 600_000);
});
