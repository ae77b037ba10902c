import { describe, expect, it, vi } from 'vitest';

import type * as half from '#core/graph/half-precision.ts';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { createOnnxWebGpuRuntime } from '#core/runtime/onnx-webgpu/webgpu-runtime.ts';
import type { LossScaling, TrainingSession } from '#core/training/ports.ts';

import { whyNoWebGpu } from '../fixtures/engine/open-webgpu.ts';
import {
  heads,
  learningError,
  openRandom,
  randomBatch,
  readWeights,
  requestOf,
} from '../fixtures/engine/random-session.ts';
import { isNoise } from '../fixtures/engine/torch-updates.ts';

// Products stay in float32, so that loss scaling runs on adapters without half precision as well;
// webgpu-mixed.test.ts has both where the adapter has it.
vi.mock('#core/graph/half-precision.ts', async (importOriginal) => ({
  ...(await importOriginal<typeof half>()),
  useHalfPrecision: <Graph>(graph: Graph) => graph,
}));

const missing = await whyNoWebGpu();
const suffix = missing === null ? '' : ` (skipped: ${missing})`;
const [, sequence] = heads;
const settings = { learningRate: 1e-3, maxGradientNorm: 1 };

/** Another scale, everything else as it is. */
async function setScaling(session: TrainingSession, lossScaling: LossScaling): Promise<void> {
  await session.restoreOptimiserState({ ...(await session.readOptimiserState()), lossScaling });
}

describe.skipIf(missing !== null)(`loss scaling on onnx-webgpu${suffix}`, () => {
  it('skips what overflows, changes nothing that does not, and ends where no scale helps', async () => {
    const session = await openRandom(createOnnxWebGpuRuntime('mixed'), requestOf(sequence));
    const plain = await openRandom(createOnnxCpuRuntime({ threads: 1 }), requestOf(sequence));
    const batch = randomBatch(sequence);
    const [start, before] = [await readWeights(session), await session.readOptimiserState()];
    expect(before.lossScaling).toEqual({ scale: 2 ** 16, goodUpdateCount: 0 });

    await setScaling(session, { scale: 2 ** 100, goodUpdateCount: 3 });
    await session.accumulate(batch, null);
    expect(Number.isFinite(await session.update(settings))).toBe(false);
    expect(await readWeights(session)).toEqual(start);
    const halved = { scale: 2 ** 99, goodUpdateCount: 0 };
    expect(await session.readOptimiserState()).toEqual({ ...before, lossScaling: halved });
    // What overflowed is gone.
    await expect(session.update(settings)).rejects.toMatchObject({
      code: 'training.nothing-gathered',
    });

    await setScaling(session, { scale: 2 ** 10, goodUpdateCount: 0 });
    const loss = await plain.accumulate(batch, null);
    expect((await session.accumulate(batch, null)) / loss).toBeCloseTo(1, 5);
    const norm = await plain.update(settings);
    expect((await session.update(settings)) / norm).toBeCloseTo(1, 5);
    expect(await session.readOptimiserState()).toMatchObject({
      stepCount: 1,
      lossScaling: { scale: 2 ** 10, goodUpdateCount: 1 },
    });
    const [learnt, expected] = [await readWeights(session), await readWeights(plain)];
    for (const [name, values] of learnt) {
      if (isNoise(name)) continue;
      const error = learningError(values, expected.get(name)!, start.get(name)!);
      expect(error, name).toBeLessThan(3e-4);
    }

    await setScaling(session, { scale: 1, goodUpdateCount: 0 });
    await session.accumulate({ ...batch, weights: batch.weights.map(() => 3e38) }, null);
    await expect(session.update(settings)).rejects.toMatchObject({
      code: 'training.half-overflow',
    });
    expect(await readWeights(session)).toEqual(learnt);
    await Promise.all([session.dispose(), plain.dispose()]);
  }, 600_000);
});
