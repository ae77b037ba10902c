import { expect, it } from 'vitest';

import { AnamnesisError } from '#core/base/error.ts';
import { OnnxCpuSession } from '#core/runtime/onnx-cpu-session.ts';
import { chooseOnnxBinding } from '#core/runtime/onnx-session/choose.ts';
import type { OnnxBinding } from '#core/runtime/onnx-session/session.ts';

import { heads, openRandom, randomBatch, requestOf } from '../fixtures/engine/random-session.ts';

const { binding: native } = await chooseOnnxBinding('native');
const [masked] = heads;
/** Nothing is learnt, so that what a batch gives does not depend on those before it. */
const still = { learningRate: 0, maxGradientNorm: null };
const dropout = { seed: 1, microStep: 0 };
const batch = randomBatch(masked);

const outOfMemory = new AnamnesisError('runtime.failed', {
  expected: 'memory for a step',
  found: 'none left',
  remedy: 'Try smaller batches.',
});

/** A session on the native binding, a count of what it holds there, and failures on request. */
async function openWatched() {
  const held = { tensors: 0, graphs: 0 };
  const failing = { run: false, load: false };
  const binding: OnnxBinding = {
    name: 'native',
    createTensor: (type, shape, data) => {
      const tensor = native.createTensor(type, shape, data);
      const release = tensor.release.bind(tensor);
      let isHeld = true;
      held.tensors++;
      tensor.release = () => {
        if (isHeld) held.tensors--;
        isHeld = false;
        release();
      };
      return tensor;
    },
    createSession: async (model, options) => {
      if (failing.load) throw outOfMemory;
      const graph = await native.createSession(model, options);
      held.graphs++;
      return {
        run: (feeds, fetches) =>
          failing.run ? Promise.reject(outOfMemory) : graph.run(feeds, fetches),
        release: () => {
          held.graphs--;
          return graph.release();
        },
      };
    },
  };
  const open = (request: ReturnType<typeof requestOf>) =>
    Promise.resolve(new OnnxCpuSession(binding, request, 1));
  const session = await openRandom({ name: 'onnx-cpu', open }, requestOf(masked, 0.1));
  return { session, held, failing };
}

it('holds after many steps what it held after the first, and nothing when closed', async () => {
  const { session, held } = await openWatched();
  const work = async (batches: number) => {
    for (let part = 0; part < batches; part++) await session.accumulate(batch, dropout);
    await session.update(still);
    await session.predict(batch);
  };
  await work(1);
  const { tensors } = held;
  // A graph to train and one to predict: that which adds up gradients replaces the first.
  expect(held.graphs).toBe(2);
  for (const batches of [1, 2, 1, 3]) await work(batches);
  expect(held).toEqual({ tensors, graphs: 2 });
  await session.dispose();
  expect(held).toEqual({ tensors: 0, graphs: 0 });
});

it('frees what a failed step was given, forgets what was gathered, and works on', async () => {
  const { session, held, failing } = await openWatched();
  await session.accumulate(batch, dropout);
  const once = await session.update(still);
  const { tensors } = held;

  await session.accumulate(batch, dropout);
  failing.run = true;
  await expect(session.accumulate(batch, dropout)).rejects.toBe(outOfMemory);
  await expect(session.predict(batch)).rejects.toBe(outOfMemory);
  failing.run = false;
  expect(held.tensors).toBe(tensors);
  await expect(session.update(still)).rejects.toMatchObject({
    code: 'training.nothing-gathered',
  });
  await session.accumulate(batch, dropout);
  // Not of two batches: what was gathered before the failure is gone.
  expect((await session.update(still)) / once).toBeCloseTo(1, 5);
  await session.dispose();
  expect(held).toEqual({ tensors: 0, graphs: 0 });
});

it('frees everything where a graph could not be loaded, and loads it when asked again', async () => {
  const { session, held, failing } = await openWatched();
  const { tensors } = held;
  failing.load = true;
  await expect(session.accumulate(batch, dropout)).rejects.toBe(outOfMemory);
  await expect(session.predict(batch)).rejects.toBe(outOfMemory);
  expect(held).toEqual({ tensors, graphs: 0 });
  failing.load = false;
  expect(await session.accumulate(batch, dropout)).toBeGreaterThan(0);
  await session.dispose();
  expect(held).toEqual({ tensors: 0, graphs: 0 });
});
