import { describe, expect, it } from 'vitest';

import type { Head } from '#core/model/configuration.ts';
import type { TargetBatch } from '#core/training/ports.ts';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';

import { heads, openRandom, randomBatch, requestOf } from '../fixtures/engine/random-session.ts';

/** Nothing is learnt, so that what a batch gives does not depend on those before it. */
const still = { learningRate: 0, maxGradientNorm: null };

/** The norms of gradients after each update, each of some batches. */
async function normsOf(
  head: Head,
  updates: readonly (readonly TargetBatch[])[],
): Promise<number[]> {
  const session = await openRandom(createOnnxCpuRuntime({ threads: 1 }), requestOf(head));
  const norms: number[] = [];
  for (const batches of updates) {
    for (const batch of batches) await session.accumulate(batch, null);
    norms.push(await session.update(still));
  }
  await session.dispose();
  return norms;
}

describe.each(heads)('gradients of words, $kind', (head) => {
  const batch = (seed: number) => randomBatch(head, { seed, rows: 3, columns: 6 + seed });
  const [first, second, third] = [1, 2, 3].map(batch);

  it('hold nothing of the batches before the last update', async () => {
    const [, found] = await normsOf(head, [[first], [second]]);
    const [expected] = await normsOf(head, [[second]]);
    expect(found).toBe(expected);
  });

  it('hold nothing of them either where batches are gathered', async () => {
    const norms = await normsOf(head, [[first, second], [third, first], [second]]);
    const [last] = await normsOf(head, [[third, first]]);
    const [single] = await normsOf(head, [[second]]);
    expect(norms[1] / last).toBeCloseTo(1, 6);
    expect(norms[2] / single).toBeCloseTo(1, 6);
  });

  it('add up over the batches since the last update', async () => {
    // The same batch twice: twice the gradient.
    const [once] = await normsOf(head, [[first]]);
    const [twice] = await normsOf(head, [[first, first]]);
    expect(twice / once).toBeCloseTo(2, 6);
  });
});
