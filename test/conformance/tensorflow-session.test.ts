import { describe, expect, it } from 'vitest';

import { buildTrainingGraph } from '#core/model/step-graph.ts';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { createTensorflowRuntime } from '#core/runtime/tensorflow/tensorflow-runtime.ts';
import type { TrainingSession } from '#core/training/ports.ts';

import { relativeError } from '../fixtures/engine/finite-differences.ts';
import { openTensorflow, testBackends } from '../fixtures/engine/open-tensorflow.ts';
import type { TestBackend } from '../fixtures/engine/open-tensorflow.ts';
import {
  heads,
  learningError,
  openRandom,
  randomBatch,
  readWeights,
  requestOf,
} from '../fixtures/engine/random-session.ts';
import { joinParts, readStep } from '../fixtures/engine/read-step.ts';
import { expectTorchUpdates, isNoise } from '../fixtures/engine/torch-updates.ts';
import { runTensorflow } from '../fixtures/engine/run-tensorflow.ts';
import { feedBatch, feedMasks, feedParameters } from '../fixtures/engine/step-feeds.ts';

const [masked, sequence] = heads;
const settings = { learningRate: 1e-3, maxGradientNorm: 1 };
const symbolic = { rows: 'rows', columns: 'columns', targets: 'targets' } as const;

const runtimeOn = (backend: TestBackend) =>
  createTensorflowRuntime({ name: 'tensorflow-cpu', load: () => openTensorflow(backend) });

/** Two micro-batches of different shapes, with dropout, per update. */
async function trainSteps(session: TrainingSession, from: number, to: number) {
  const reports: number[] = [];
  for (let step = from; step < to; step++) {
    for (let part = 0; part < 2; part++) {
      const microStep = 2 * step + part;
      const batch = randomBatch(masked, { seed: microStep, columns: 6 + part });
      reports.push(await session.accumulate(batch, { seed: 1, microStep }));
    }
    reports.push(await session.update(settings));
  }
  return reports;
}

describe.each(testBackends)('TensorFlow.js on its backend %s', (backend) => {
  it.each([
    'masked-language-model',
    'sequence-classification',
    'token-classification',
    'token-classification-relu',
    'masked-language-model-dropout',
    'roberta-sequence-classification-dropout',
    'several-labels',
  ])('has the loss and gradients of PyTorch: %s', async (name) => {
    const fixture = readStep(name);
    const step = buildTrainingGraph(fixture.encoder, fixture.head, {
      shape: symbolic,
      dropoutRate: fixture.dropout.rate,
      accumulate: false,
    });
    const feeds = {
      ...feedBatch(fixture),
      ...feedParameters(step, fixture),
      ...feedMasks(step, fixture),
    };
    const results = await runTensorflow(step.graph, feeds, backend);
    expect(results.loss.data[0]).toBeCloseTo(fixture.loss, 5);
    expect(results.squared_norm.data[0] / fixture.squaredNorm).toBeCloseTo(1, 5);
    for (const parameter of step.parameters) {
      const { data } = results[`gradient:${parameter.name}`];
      const expected = joinParts(fixture, parameter, 'gradient');
      expect(relativeError(data, expected, 1e-3), parameter.name).toBeLessThan(1e-5);
    }
  });

  it.each([
    'masked-language-model',
    'sequence-classification',
    'token-classification',
    'token-classification-relu',
    'several-labels',
  ])('makes the five updates of PyTorch, clipped: %s', async (name) => {
    await expectTorchUpdates(runtimeOn(backend), name);
  });

  it.each(['masked-language-model', 'sequence-classification', 'token-classification'])(
    'does so with 8 × 128 tokens in four parts: %s',
    async (name) => {
      await expectTorchUpdates(runtimeOn(backend), `${name}-8x128`, { rows: 2 });
    },
  );

  it.each(heads)(
    'agrees with onnx-cpu, dropout and accumulation included ($kind)',
    async (head) => {
      const request = requestOf(head, 0.1);
      const [ours, onnx] = [
        await openRandom(runtimeOn(backend), request),
        await openRandom(createOnnxCpuRuntime({ threads: 2 }), request),
      ];
      const start = await readWeights(onnx);
      for (let step = 0; step < 5; step++) {
        for (let part = 0; part < 2; part++) {
          const batch = randomBatch(head, { seed: 2 * step + part, columns: 6 + part });
          const dropout = { seed: 3, microStep: 2 * step + part };
          const loss = await onnx.accumulate(batch, dropout);
          expect(Math.abs((await ours.accumulate(batch, dropout)) / loss - 1)).toBeLessThan(1e-6);
        }
        const norm = await onnx.update(settings);
        expect(Math.abs((await ours.update(settings)) / norm - 1)).toBeLessThan(2e-6);
      }
      const [found, expected] = [await readWeights(ours), await readWeights(onnx)];
      for (const [name, values] of found) {
        if (isNoise(name)) continue;
        const error = learningError(values, expected.get(name)!, start.get(name)!);
        expect(error, name).toBeLessThan(3e-4);
      }
      const question = randomBatch(head, { seed: 99 });
      const logits = await onnx.predict(question);
      expect(relativeError(await ours.predict(question), logits)).toBeLessThan(1e-5);
      await Promise.all([ours.dispose(), onnx.dispose()]);
    },
  );

  it('goes on from stored weights and moments as if it had not stopped', async () => {
    const request = requestOf(masked, 0.1);
    const whole = await openRandom(runtimeOn(backend), request);
    const reports = await trainSteps(whole, 0, 6);

    const first = await openRandom(runtimeOn(backend), request);
    await trainSteps(first, 0, 3);
    const state = structuredClone(await first.readOptimiserState());
    const weights = await readWeights(first);
    await first.dispose();
    const second = await runtimeOn(backend).open(request);
    await second.writeParameters((parameters) => {
      for (const { name, values } of parameters) values.set(weights.get(name)!);
    });
    await second.restoreOptimiserState(state);

    expect(await trainSteps(second, 3, 6)).toEqual(reports.slice(9));
    expect(await readWeights(second)).toEqual(await readWeights(whole));
    expect(await second.readOptimiserState()).toEqual(await whole.readOptimiserState());
    await Promise.all([whole.dispose(), second.dispose()]);
  });

  it('keeps as many tensors after 50 steps as after the first, and none when closed', async () => {
    const tf = await openTensorflow(backend);
    const before = tf.memory().numTensors;
    const session = await openRandom(runtimeOn(backend), requestOf(masked, 0.1));
    const work = async (step: number) => {
      // Every fourth update gathers two batches; lengths change from step to step.
      for (let part = 0; part < (step % 4 === 0 ? 2 : 1); part++) {
        const batch = randomBatch(masked, { seed: step, rows: 2, columns: 4 + (step % 3) });
        await session.accumulate(batch, { seed: 1, microStep: step });
      }
      await session.update(settings);
      await session.predict(randomBatch(masked, { rows: 1, columns: 5 }));
    };
    await work(0);
    const { numTensors, numBytes } = tf.memory();
    for (let step = 1; step <= 50; step++) await work(step);
    expect(tf.memory()).toMatchObject({ numTensors, numBytes });
    await session.dispose();
    expect(tf.memory().numTensors).toBe(before);
  }, 600_000);
});

describe('a session of TensorFlow.js', () => {
  it('does calls that overlap one after the other', async () => {
    const [inTurn, atOnce] = [
      await openRandom(runtimeOn('cpu'), requestOf(masked)),
      await openRandom(runtimeOn('cpu'), requestOf(masked)),
    ];
    const [one, two] = [randomBatch(masked, { seed: 1 }), randomBatch(masked, { seed: 2 })];
    const first = await inTurn.accumulate(one, null);
    const second = await inTurn.accumulate(two, null);
    const norm = await inTurn.update(settings);
    const logits = await inTurn.predict(one);
    const together = await Promise.all([
      atOnce.accumulate(one, null),
      atOnce.accumulate(two, null),
      atOnce.update(settings),
      atOnce.predict(one),
      atOnce.dispose(),
    ]);
    expect(together).toEqual([first, second, norm, logits, undefined]);
    await inTurn.dispose();
  });

  it('refuses what no engine can do, and changes nothing', async () => {
    const session = await openRandom(runtimeOn('cpu'), requestOf(sequence));
    const other = await openRandom(runtimeOn('cpu'), requestOf(masked));
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
      session.restoreOptimiserState(await other.readOptimiserState()),
    ).rejects.toMatchObject({ code: 'runtime.parameter-mismatch' });
    await expect(
      session.writeParameters(([embeddings]) => {
        embeddings.values.fill(7);
        throw new Error('stopped half-way');
      }),
    ).rejects.toThrow('stopped half-way');
    expect(await readWeights(session)).toEqual(before);
    await other.dispose();
    await session.dispose();
    await session.dispose();
    await expect(session.predict(batch)).rejects.toMatchObject({ code: 'runtime.disposed' });
    await expect(openRandom(runtimeOn('cpu'), requestOf(masked, 1))).rejects.toMatchObject({
      code: 'runtime.setting-invalid',
    });
  });

  it('leaves the weights alone when gradients are not finite', async () => {
    const session = await openRandom(runtimeOn('cpu'), requestOf(sequence));
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

  it('names the op that fails, frees what was made, and starts afresh', async () => {
    const tf = await openTensorflow('cpu');
    let isBroken = false;
    const fragile: typeof tf = {
      ...tf,
      scatterND: (indices, updates, shape) => {
        if (isBroken) throw new Error('out of memory');
        return tf.scatterND(indices, updates, shape);
      },
    };
    const load = () => Promise.resolve(fragile);
    const runtime = createTensorflowRuntime({ name: 'tensorflow-cpu', load });
    const session = await openRandom(runtime, requestOf(masked));
    const batch = randomBatch(masked);
    const still = { learningRate: 0, maxGradientNorm: null };
    await session.accumulate(batch, null);
    await session.accumulate(batch, null);
    const twice = await session.update(still);
    await session.accumulate(batch, null);
    const norm = await session.update(still);
    expect(twice / norm).toBeCloseTo(2, 5);
    const { numTensors } = tf.memory();

    await session.accumulate(batch, null);
    isBroken = true;
    await expect(session.accumulate(batch, null)).rejects.toMatchObject({
      code: 'runtime.failed',
      details: { found: 'out of memory', place: /\(scatterAdd\)$/ },
    });
    isBroken = false;
    await expect(session.update(settings)).rejects.toMatchObject({
      code: 'training.nothing-gathered',
    });
    await session.accumulate(batch, null);
    // The norm is that of one batch: what was gathered before the failure is gone.
    expect(await session.update(still)).toBe(norm);
    expect(tf.memory().numTensors).toBe(numTensors);
    await session.dispose();
  });

  it.each(['zeros', 'tensor', 'sqrt'] as const)(
    'says what to do where %s finds no memory, and keeps nothing of what it had begun',
    async (operation) => {
      const tf = await openTensorflow('cpu');
      let left = Infinity;
      const fragile = new Proxy(tf, {
        get: (target, name: keyof typeof tf) => {
          if (name !== operation) return target[name];
          if (left-- <= 0) throw new Error('OOM when allocating tensor');
          return target[name];
        },
      });
      const runtime = createTensorflowRuntime({
        name: 'tensorflow-cpu',
        load: () => Promise.resolve(fragile),
      });
      const before = tf.memory().numTensors;
      const refusal = {
        code: 'runtime.failed',
        details: {
          found: 'OOM when allocating tensor',
          remedy: expect.stringContaining('smaller batches') as string,
        },
      };
      if (operation === 'zeros') {
        left = 7;
        await expect(runtime.open(requestOf(masked))).rejects.toMatchObject(refusal);
        expect(tf.memory().numTensors).toBe(before);
        return;
      }
      const session = await openRandom(runtime, requestOf(masked));
      const batch = randomBatch(masked);
      await session.accumulate(batch, null);
      await session.update(settings);
      const { numTensors } = tf.memory();
      const gather = () => session.accumulate(batch, null);
      if (operation === 'sqrt') await gather();
      left = 3;
      const failing = operation === 'sqrt' ? session.update(settings) : gather();
      await expect(failing).rejects.toMatchObject(refusal);
      left = Infinity;
      if (operation === 'tensor') expect(tf.memory().numTensors).toBe(numTensors);
      await session.dispose();
      expect(tf.memory().numTensors).toBe(before);
    },
  );
});
