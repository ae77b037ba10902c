import { setImmediate } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import type { OnnxCpuOptions } from '#core/runtime/onnx-cpu.ts';
import { train, type TrainingData } from '#core/training/loop.ts';
import type { SessionRequest, TargetBatch, TrainingSession } from '#core/training/ports.ts';

import {
  heads,
  nativeBytes,
  openRandom,
  randomBatch,
  readWeights,
  requestOf,
} from '../fixtures/engine/random-session.ts';
import { expectTorchUpdates } from '../fixtures/engine/torch-updates.ts';

const [masked, sequence] = heads;
const settings = { learningRate: 1e-3, maxGradientNorm: 1 };

const open = (request: SessionRequest, options: OnnxCpuOptions = {}) =>
  openRandom(createOnnxCpuRuntime({ threads: 2, ...options }), request);

/** Milliseconds that all threads but this one have computed. */
function othersMs(): number {
  const [all, own] = [process.cpuUsage(), process.threadCpuUsage()];
  return (all.user + all.system - own.user - own.system) / 1000;
}

/** Sleeps until other threads have computed for 20 ms; false where they do not within ten seconds. */
function sleepUntilOthersCompute(): boolean {
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const start = othersMs();
  for (let look = 0; look < 1000; look++) {
    Atomics.wait(cell, 0, 0, 10);
    if (othersMs() - start > 20) return true;
  }
  return false;
}

describe.each(['native', 'portable'] as const)('onnx-cpu (%s)', (binding) => {
  const runtime = createOnnxCpuRuntime({ threads: 2, binding });

  it.each([...heads.map(({ kind }) => kind), 'token-classification-relu', 'several-labels'])(
    'makes the five updates of PyTorch, clipped: %s',
    async (name) => {
      await expectTorchUpdates(runtime, name);
    },
  );

  it.each(heads)(
    'does so with 8 × 128 tokens, at once and in four parts: $kind',
    async ({ kind }) => {
      await expectTorchUpdates(runtime, `${kind}-8x128`);
      await expectTorchUpdates(runtime, `${kind}-8x128`, { rows: 2 });
    },
  );
});

describe('the engine onnx-cpu', () => {
  it.each(heads)('gives the same numbers through both bindings ($kind)', async (head) => {
    const [native, portable] = await Promise.all([
      open(requestOf(head, 0.1), { binding: 'native' }),
      open(requestOf(head, 0.1), { binding: 'portable' }),
    ]);
    for (let step = 0; step < 3; step++) {
      for (let part = 0; part < 2; part++) {
        const batch = randomBatch(head, { seed: 2 * step + part });
        const dropout = { seed: 1, microStep: 2 * step + part };
        const loss = await native.accumulate(batch, dropout);
        expect(await portable.accumulate(batch, dropout)).toBe(loss);
      }
      expect(await portable.update(settings)).toBe(await native.update(settings));
    }
    expect(await readWeights(portable)).toEqual(await readWeights(native));
    const question = randomBatch(head, { seed: 9 });
    expect(await portable.predict(question)).toEqual(await native.predict(question));
    await Promise.all([native.dispose(), portable.dispose()]);
  });

  it.each(heads)('learns a toy set of 16 rows by heart ($kind)', async (head) => {
    const session = await open(requestOf(head));
    const batch = randomBatch(head, { rows: 16 });
    let loss = Infinity;
    for (let step = 0; step < 300 && loss >= 0.05; step++) {
      loss = await session.accumulate(batch, null);
      await session.update({ learningRate: 3e-3, maxGradientNorm: 1 });
    }
    expect(loss).toBeLessThan(0.05);
    const logits = await session.predict(batch);
    const classes = logits.length / batch.labels.length;
    const right = batch.labels.filter((label, index) => {
      const row = logits.subarray(index * classes, (index + 1) * classes);
      return row.indexOf(Math.max(...row)) === label;
    });
    expect(right.length).toBe(batch.labels.length);
    await session.dispose();
  });

  it('draws the same dropout for the same key and another for another', async () => {
    const session = await open(requestOf(masked, 0.1));
    const batch = randomBatch(masked);
    const lossOf = (seed: number, microStep: number) =>
      session.accumulate(batch, { seed, microStep });
    const loss = await lossOf(3, 7);
    expect(await lossOf(3, 7)).toBe(loss);
    expect(await lossOf(3, 8)).not.toBe(loss);
    expect(await lossOf(4, 7)).not.toBe(loss);
    expect(await session.accumulate(batch, null)).not.toBe(loss);
    await session.dispose();
  });

  it('goes on bit for bit from stored weights and moments', async () => {
    const request = requestOf(masked, 0.1);
    const run = async (session: TrainingSession, from: number, to: number) => {
      for (let step = from; step < to; step++) {
        for (let part = 0; part < 2; part++) {
          const microStep = 2 * step + part;
          const batch = randomBatch(masked, { seed: microStep, columns: 6 + (step % 3) });
          await session.accumulate(batch, { seed: 1, microStep });
        }
        await session.update(settings);
      }
    };
    const whole = await open(request);
    await run(whole, 0, 6);

    const first = await open(request);
    await run(first, 0, 3);
    const state = structuredClone(await first.readOptimiserState());
    const weights = await readWeights(first);
    await first.dispose();
    const second = await createOnnxCpuRuntime({ threads: 2 }).open(request);
    await second.writeParameters((parameters) => {
      for (const { name, values } of parameters) values.set(weights.get(name)!);
    });
    await second.restoreOptimiserState(state);
    await run(second, 3, 6);

    expect(await readWeights(second)).toEqual(await readWeights(whole));
    expect(await second.readOptimiserState()).toEqual(await whole.readOptimiserState());
    await Promise.all([whole.dispose(), second.dispose()]);
  });

  it('predicts between micro-batches without touching gradients', async () => {
    const [plain, asked] = [await open(requestOf(sequence)), await open(requestOf(sequence))];
    for (const seed of [1, 2]) {
      await plain.accumulate(randomBatch(sequence, { seed }), null);
      await asked.accumulate(randomBatch(sequence, { seed }), null);
      await asked.predict(randomBatch(sequence, { seed: 8, columns: 5 }));
    }
    expect(await asked.update(settings)).toBe(await plain.update(settings));
    expect(await readWeights(asked)).toEqual(await readWeights(plain));
    await Promise.all([plain.dispose(), asked.dispose()]);
  });

  it('does calls that overlap one after the other', async () => {
    const [inTurn, atOnce] = [await open(requestOf(masked)), await open(requestOf(masked))];
    const first = await inTurn.accumulate(randomBatch(masked, { seed: 1 }), null);
    const second = await inTurn.accumulate(randomBatch(masked, { seed: 2 }), null);
    const norm = await inTurn.update(settings);
    const logits = await inTurn.predict(randomBatch(masked));
    const together = await Promise.all([
      atOnce.accumulate(randomBatch(masked, { seed: 1 }), null),
      atOnce.accumulate(randomBatch(masked, { seed: 2 }), null),
      atOnce.update(settings),
      atOnce.predict(randomBatch(masked)),
      atOnce.dispose(),
    ]);
    expect(together).toEqual([first, second, norm, logits, undefined]);
    await inTurn.dispose();
  });

  it('decays matrices and leaves biases alone', async () => {
    const session = await open(requestOf(sequence));
    await session.writeParameters((parameters) => {
      for (const { name, values } of parameters) if (name.endsWith('bias')) values.fill(0.5);
    });
    const before = await readWeights(session);
    // Targets without weight give no gradient: what is left is decay alone.
    const batch = randomBatch(sequence);
    await session.accumulate({ ...batch, weights: batch.weights.map(() => 0) }, null);
    await session.update({ learningRate: 1, maxGradientNorm: null });
    const after = await session.readParameters();
    for (const { name, shape, values } of after) {
      const kept = shape.length > 1 ? Math.fround(0.99) : 1;
      expect(values, name).toEqual(before.get(name)!.map((weight) => kept * weight));
    }
    await session.dispose();
  });
});

describe('training', () => {
  it('computes on threads of its own while the next batches are made', async () => {
    // A step of some 100 ms.
    const { encoder, ...rest } = requestOf(masked);
    const wide = { ...encoder, hiddenSize: 256, intermediateSize: 1024 };
    const session = await open({ ...rest, encoder: wide });
    const batch = randomBatch(masked, { rows: 64, columns: 16 });
    const seen: boolean[] = [];
    const data: TrainingData = {
      epochCount: 1,
      stepsPerEpoch: 3,
      *steps() {
        yield [batch];
        for (let step = 1; step < 3; step++) {
          seen.push(sleepUntilOthersCompute());
          yield [batch];
        }
      },
    };
    await train(session, data, {
      settings: {
        peakLearningRate: 1e-3,
        warmupFraction: 0,
        maxGradientNorm: 1,
        dropoutSeed: null,
      },
      effects: {
        clock: { nowMs: () => 0 },
        onStep: () => undefined,
        shouldStop: () => false,
        giveWay: setImmediate,
        stateKeeper: null,
      },
    });
    expect(seen).toEqual([true, true]);
    await session.dispose();
  });
});

describe('bad input to the engine', () => {
  it.each<[string, Partial<TargetBatch>]>([
    ['a label out of range', { labels: new Int32Array(4).fill(3) }],
    ['a position out of range', { positions: Int32Array.of(0, 8, 16, 32) }],
    ['a token id out of range', { inputIds: new Int32Array(32).fill(60) }],
    ['an array of another length', { weights: new Float32Array(3) }],
  ])('is refused before native code: %s', async (_, change) => {
    const session = await open(requestOf(sequence));
    const good = randomBatch(sequence);
    const loss = await session.accumulate(good, null);
    await expect(session.accumulate({ ...good, ...change }, null)).rejects.toMatchObject({
      code: 'batch.malformed',
    });
    // The gradients gathered so far are still there: twice the batch, twice the norm.
    expect(await session.accumulate(good, null)).toBe(loss);
    const twice = await session.update({ learningRate: 0, maxGradientNorm: null });
    await session.accumulate(good, null);
    const once = await session.update({ learningRate: 0, maxGradientNorm: null });
    expect(twice / once).toBeCloseTo(2, 5);
    await session.dispose();
  });

  it('is refused: an update of nothing, moments of another model, a closed session', async () => {
    const session = await open(requestOf(sequence));
    await expect(session.update(settings)).rejects.toMatchObject({
      code: 'training.nothing-gathered',
    });
    const other = await open(requestOf(masked));
    await expect(
      session.restoreOptimiserState(await other.readOptimiserState()),
    ).rejects.toMatchObject({ code: 'runtime.parameter-mismatch' });
    await session.dispose();
    await session.dispose();
    await expect(session.predict(randomBatch(sequence))).rejects.toMatchObject({
      code: 'runtime.disposed',
    });
    await expect(session.readOptimiserState()).rejects.toMatchObject({ code: 'runtime.disposed' });
    await other.dispose();
  });

  it('leaves the weights alone when gradients are not finite', async () => {
    const session = await open(requestOf(sequence));
    await session.writeParameters(([embeddings]) => {
      embeddings.values.fill(Infinity);
    });
    const before = await readWeights(session);
    await session.accumulate(randomBatch(sequence), null);
    await expect(session.update(settings)).rejects.toMatchObject({ code: 'training.diverged' });
    expect(await readWeights(session)).toEqual(before);
    expect((await session.readOptimiserState()).stepCount).toBe(0);
    await session.dispose();
  });

  it('is refused: settings no engine can follow', async () => {
    expect(() => createOnnxCpuRuntime({ threads: 0 })).toThrow(
      expect.objectContaining({ code: 'runtime.setting-invalid' }),
    );
    await expect(open(requestOf(masked, 1))).rejects.toMatchObject({
      code: 'runtime.setting-invalid',
    });
  });
});

describe('the memory of the process', () => {
  it('does not grow over many steps and sessions', async () => {
    const work = async (sessions: number) => {
      for (let count = 0; count < sessions; count++) {
        const session = await open(requestOf(sequence, 0.1));
        for (let step = 0; step < 20; step++) {
          const batch = randomBatch(sequence, { seed: step, columns: 4 + (step % 5) });
          await session.accumulate(batch, { seed: 1, microStep: step });
          await session.update(settings);
          await session.predict(batch);
        }
        await session.dispose();
      }
    };
    await work(3);
    const before = nativeBytes();
    await work(8);
    expect(nativeBytes() - before).toBeLessThan(60e6);
  });
});
