import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import type { AdamWArrays } from '#core/training/adamw.ts';
import { applyAdamW, planAdamWStep, scaleAdamWStep } from '#core/training/adamw.ts';
import { createAdamWKernel, createKeepMaskKernel } from './instantiate.ts';
import { allocateSharedMemory } from './shared-memory.ts';
import { planKeepMask, writeKeepBits, writeKeepMask } from './keep-mask.ts';

describe('the committed bytes', () => {
  it('follow from the .wat sources', () => {
    execFileSync(process.execPath, ['build/kernels.ts', '--check']);
  });
});

const settings = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 };

/** A kernel over one region, and views of its memory. */
function openKernel(count: number, { decays = true, threads = 1, shareOfRate = 1 } = {}) {
  const memory = allocateSharedMemory(count * 16);
  const [weights, firstMoments, secondMoments, gradients] = [0, 4, 8, 12].map(
    (bytes) => count * bytes,
  );
  const addresses = { weights, firstMoments, secondMoments, gradients };
  const region = { memory: 0, ...addresses, count, decays, shareOfRate };
  const view = (offset: number) => new Float32Array(memory.buffer, offset, count);
  const arrays: AdamWArrays = {
    weights: view(weights),
    firstMoments: view(firstMoments),
    secondMoments: view(secondMoments),
    gradients: view(gradients),
  };
  return { arrays, region, kernel: createAdamWKernel([memory], [region], threads) };
}

/** Weights and moments after updates by the kernel, and by its plain twin. */
async function compareUpdates(
  count: number,
  {
    decays,
    threads,
    updates,
    shareOfRate = 1,
  }: { decays: boolean; threads: number; updates: number; shareOfRate?: number },
): Promise<void> {
  const { arrays, kernel } = openKernel(count, { decays, threads, shareOfRate });
  const random = new RandomStream(7, 'kernel');
  arrays.weights.forEach((_, index) => (arrays.weights[index] = random.normal()));
  const plain: AdamWArrays = {
    weights: arrays.weights.slice(),
    firstMoments: new Float32Array(count),
    secondMoments: new Float32Array(count),
    gradients: new Float32Array(count),
  };
  for (let stepNumber = 1; stepNumber <= updates; stepNumber++) {
    for (let index = 0; index < count; index++) {
      // A third of the gradients is zero, as for words that are not in the batch.
      const value = index % 3 === 0 ? 0 : random.normal() * 10 ** -random.integer(12);
      arrays.gradients[index] = value;
      plain.gradients[index] = value;
    }
    const step = planAdamWStep(settings, {
      learningRate: 1e-3,
      stepNumber,
      gradientNorm: 3,
      maxGradientNorm: 1,
    });
    kernel.apply(step);
    applyAdamW(plain, scaleAdamWStep(step, shareOfRate), decays);
  }
  await kernel.dispose();
  for (const name of ['weights', 'firstMoments', 'secondMoments'] as const) {
    expect(Buffer.compare(bytesOf(arrays[name]), bytesOf(plain[name])), name).toBe(0);
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

describe('the AdamW kernel', () => {
  it.each([true, false])('equals its plain twin bit for bit (decay: %s)', async (decays) => {
    await compareUpdates(1024, { decays, threads: 1, updates: 20 });
  });

  it('does so at a share of the learning rate', async () => {
    await compareUpdates(1024, { decays: true, threads: 1, updates: 5, shareOfRate: 0.64 });
  });

  it('does so by four threads, whichever of them takes what', async () => {
    // Six parts and a short one. Updates before the other threads are there, and after.
    await compareUpdates(6 * 2 ** 16 + 100, { decays: true, threads: 4, updates: 12 });
  });

  it('lets moments without gradients end at zero instead of in denormals', () => {
    const { arrays, kernel } = openKernel(1024);
    arrays.firstMoments.fill(1e-37);
    arrays.secondMoments.fill(1.1755e-38);
    const step = planAdamWStep(settings, {
      learningRate: 1e-3,
      stepNumber: 1000,
      gradientNorm: 0,
      maxGradientNorm: 1,
    });
    for (let time = 0; time < 30; time++) kernel.apply(step);
    expect(Math.max(...arrays.firstMoments)).toBe(0);
    expect(Math.max(...arrays.secondMoments)).toBe(0);
  });

  it.each([64, 6 * 2 ** 16 + 100])('adds up the squares of %s gradients', async (count) => {
    const sums: number[] = [];
    for (const threads of [1, 4]) {
      const { arrays, kernel } = openKernel(count, { threads });
      const random = new RandomStream(8, 'squares');
      arrays.gradients.forEach((_, index) => {
        arrays.gradients[index] = random.normal() * 10 ** -random.integer(6);
      });
      const expected = arrays.gradients.reduce((sum, value) => sum + value * value, 0);
      sums.push(kernel.sumGradientSquares());
      expect(Math.abs(sums[0] / expected - 1)).toBeLessThan(1e-7);
      // Nothing else is read, and nothing written.
      expect(arrays.weights.every((value) => value === 0)).toBe(true);
      arrays.gradients[count - 1] = Infinity;
      expect(kernel.sumGradientSquares()).toBe(Infinity);
      arrays.gradients[0] = NaN;
      expect(kernel.sumGradientSquares()).toBeNaN();
      await kernel.dispose();
    }
    expect(sums[1]).toBe(sums[0]);
  });

  it('clears a range and nothing beside it', () => {
    const { arrays, region, kernel } = openKernel(1024);
    arrays.gradients.fill(1);
    kernel.clear(0, region.gradients + 16, 32);
    expect(arrays.gradients.reduce((sum, value) => sum + value)).toBe(1024 - 8);
    expect([...arrays.gradients.subarray(3, 13)]).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });
});

describe('the keep-mask kernel', () => {
  const keys = [
    [{ seed: 1, microStep: 0 }, 0, 0.1],
    [{ seed: 2 ** 40 + 3, microStep: 2 ** 33 + 5 }, 37, 0.5],
  ] as const;

  function open(bytes: number, { siteCount = 1, threads = 1 } = {}) {
    const memory = allocateSharedMemory(bytes);
    return { memory, kernel: createKeepMaskKernel(memory, { siteCount, threads }) };
  }

  it.each(keys)('equals its plain twin', (key, site, rate) => {
    const { memory, kernel } = open(4200);
    const words = planKeepMask(key, site, rate);
    kernel.draw([{ byteOffset: 64, count: 4001, words }], 'bytes');
    const plain = new Uint8Array(4032);
    writeKeepMask(plain, words);
    expect(new Uint8Array(memory.buffer, 64, 4032)).toEqual(plain);
    expect(new Uint8Array(memory.buffer, 64 + 4032, 64)).toEqual(new Uint8Array(64));
  });

  it.each(keys)('draws the same mask as bits', (key, site, rate) => {
    const { memory, kernel } = open(4200);
    const words = planKeepMask(key, site, rate);
    kernel.draw([{ byteOffset: 64, count: 4001, words }], 'bits');
    const plain = new Int32Array(4032 / 32);
    writeKeepBits(plain, words);
    expect(new Int32Array(memory.buffer, 64, plain.length)).toEqual(plain);
    expect(new Uint8Array(memory.buffer, 64 + 4032 / 8, 64)).toEqual(new Uint8Array(64));
    // As the bytes of the same place: all engines train with one mask.
    const bytes = new Uint8Array(4032);
    writeKeepMask(bytes, words);
    bytes.forEach((kept, element) => {
      expect((plain[element >>> 5] >>> (element & 31)) & 1).toBe(kept);
    });
  });

  it.each(['bytes', 'bits'] as const)(
    'draws the same %s by three threads, whichever of them draws what',
    async (elements) => {
      // Enough for all threads; the groups of the first do not divide by three, the last has but one.
      const counts = [2 ** 19, 33_000, 20];
      const perElement = elements === 'bits' ? 1 / 8 : 1;
      const { memory, kernel } = open(2 ** 20, { siteCount: 3, threads: 3 });
      for (let microStep = 0; microStep < 10; microStep++) {
        let start = 0;
        const regions = counts.map((count, site) => {
          const byteOffset = start * perElement;
          start += Math.ceil(count / 32) * 32;
          return { byteOffset, count, words: planKeepMask({ seed: 3, microStep }, site, 0.1) };
        });
        kernel.draw(regions, elements);
        for (const { byteOffset, count, words } of regions) {
          const groups = Math.ceil(count / 32);
          const [drawn, plain] =
            elements === 'bits'
              ? [new Int32Array(memory.buffer, byteOffset, groups), new Int32Array(groups)]
              : [
                  new Uint8Array(memory.buffer, byteOffset, groups * 32),
                  new Uint8Array(groups * 32),
                ];
          if (plain instanceof Int32Array) writeKeepBits(plain, words);
          else writeKeepMask(plain, words);
          expect(Buffer.compare(bytesOf(drawn), bytesOf(plain))).toBe(0);
        }
      }
      await kernel.dispose();
    },
  );
});
