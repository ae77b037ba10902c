import { describe, expect, it } from 'vitest';

import { describeTensorflow } from '#core/runtime/tensorflow/load-tensorflow.ts';
import { createTensorflowRuntime } from '#core/runtime/tensorflow/tensorflow-runtime.ts';

import { nativeTensorflow, openTensorflow } from '../fixtures/engine/open-tensorflow.ts';
import { heads, openRandom, randomBatch, requestOf } from '../fixtures/engine/random-session.ts';

const isThere = nativeTensorflow !== null;
const suffix = isThere ? '' : ' (skipped: sh test/conformance/fetch-tensorflow.sh brings it)';
const [masked] = heads;

/** TensorFlow's own count of what it holds, which TensorFlow.js cannot get wrong. */
function countNativeTensors(): number {
  const backend = nativeTensorflow!.backend() as unknown as {
    readonly binding: { getNumOfTensors(): number };
  };
  return backend.binding.getNumOfTensors();
}

/** Memory of the process without the heap of JavaScript, which grows and shrinks as it likes. */
function measureNativeBytes(): number {
  const { rss, heapTotal, external } = process.memoryUsage();
  return rss - heapTotal - external;
}

/** What the other tests on TensorFlow.js cannot ask: they run on this library too, where it is. */
describe.skipIf(!isThere)(`native TensorFlow${suffix}`, () => {
  it('says its version', () => {
    expect(describeTensorflow(nativeTensorflow!)).toMatch(/^TensorFlow \d+\.\d+\.\d+/);
  });

  it('holds after 400 steps what it held after the first, in memory too, and nothing when closed', async () => {
    const tf = await openTensorflow('tensorflow');
    const before = countNativeTensors();
    const load = () => Promise.resolve(tf);
    const runtime = createTensorflowRuntime({ name: 'tensorflow-cpu', load });
    const session = await openRandom(runtime, requestOf(masked, 0.1));
    const work = async (step: number) => {
      const batch = randomBatch(masked, { seed: step, rows: 2, columns: 4 + (step % 3) });
      await session.accumulate(batch, { seed: 1, microStep: step });
      await session.update({ learningRate: 1e-3, maxGradientNorm: 1 });
      await session.predict(randomBatch(masked, { rows: 1, columns: 5 }));
    };
    const parameters = await session.readParameters();
    const gradientBytes = parameters.reduce((sum, { values }) => sum + values.byteLength, 0);
    await work(0);
    const held = countNativeTensors();
    // Until the allocators' pools have the size that they keep.
    for (let step = 1; step <= 200; step++) await work(step);
    const nativeBytes = measureNativeBytes();
    for (let step = 201; step <= 600; step++) await work(step);
    expect(countNativeTensors()).toBe(held);
    // Gradients kept in every fourth step would be as much.
    expect(measureNativeBytes() - nativeBytes).toBeLessThan(gradientBytes * 100);
    await session.dispose();
    expect(countNativeTensors()).toBe(before);
  });
});
