import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import type { AdamWArrays } from '#core/training/adamw.ts';
import { applyAdamW, planAdamWStep } from '#core/training/adamw.ts';
import { createAdamWKernel, createKeepMaskKernel } from './instantiate.ts';
import { planKeepMask, writeKeepBits, writeKeepMask } from './keep-mask.ts';

describe('the committed bytes', () => {
  it('follow from the .wat sources', () => {
    execFileSync(process.execPath, ['build/kernels.ts', '--check']);
  });
});

describe('the AdamW kernel', () => {
  const count = 1024;
  const settings = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 };
  const memory = new WebAssembly.Memory({ initial: 1 });
  const region = {
    weights: 0,
    firstMoments: count * 4,
    secondMoments: count * 8,
    gradients: count * 12,
    count,
  };
  const view = (offset: number) => new Float32Array(memory.buffer, offset, count);
  const inMemory: AdamWArrays = {
    weights: view(region.weights),
    firstMoments: view(region.firstMoments),
    secondMoments: view(region.secondMoments),
    gradients: view(region.gradients),
  };
  const kernel = createAdamWKernel(memory);

  it.each([true, false])('equals its plain twin bit for bit (decay: %s)', (decays) => {
    const random = new RandomStream(7, 'kernel');
    kernel.clear(0, count * 16);
    inMemory.weights.forEach((_, index) => (inMemory.weights[index] = random.normal()));
    const plain: AdamWArrays = {
      weights: inMemory.weights.slice(),
      firstMoments: new Float32Array(count),
      secondMoments: new Float32Array(count),
      gradients: new Float32Array(count),
    };
    for (let stepNumber = 1; stepNumber <= 20; stepNumber++) {
      for (let index = 0; index < count; index++) {
        // A third of the gradients is zero, as for words that are not in the batch.
        const value = index % 3 === 0 ? 0 : random.normal() * 10 ** -random.integer(12);
        inMemory.gradients[index] = value;
        plain.gradients[index] = value;
      }
      const step = planAdamWStep(settings, {
        learningRate: 1e-3,
        stepNumber,
        gradientNorm: 3,
        maxGradientNorm: 1,
      });
      kernel.apply(region, step, decays);
      applyAdamW(plain, step, decays);
    }
    expect(inMemory.weights).toEqual(plain.weights);
    expect(inMemory.firstMoments).toEqual(plain.firstMoments);
    expect(inMemory.secondMoments).toEqual(plain.secondMoments);
  });

  it('lets moments without gradients end at zero instead of in denormals', () => {
    inMemory.gradients.fill(0);
    inMemory.firstMoments.fill(1e-37);
    inMemory.secondMoments.fill(1.1755e-38);
    const step = planAdamWStep(settings, {
      learningRate: 1e-3,
      stepNumber: 1000,
      gradientNorm: 0,
      maxGradientNorm: 1,
    });
    for (let time = 0; time < 30; time++) kernel.apply(region, step, true);
    expect(Math.max(...inMemory.firstMoments)).toBe(0);
    expect(Math.max(...inMemory.secondMoments)).toBe(0);
  });

  it('clears a range and nothing beside it', () => {
    inMemory.gradients.fill(1);
    kernel.clear(region.gradients + 16, 32);
    expect(inMemory.gradients.reduce((sum, value) => sum + value)).toBe(count - 8);
    expect([...inMemory.gradients.subarray(3, 13)]).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });
});

describe('the keep-mask kernel', () => {
  const keys = [
    [{ seed: 1, microStep: 0 }, 0, 0.1],
    [{ seed: 2 ** 40 + 3, microStep: 2 ** 33 + 5 }, 37, 0.5],
  ] as const;

  it.each(keys)('equals its plain twin', (key, site, rate) => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const words = planKeepMask(key, site, rate);
    createKeepMaskKernel(memory).write(64, 4001, words);
    const plain = new Uint8Array(4032);
    writeKeepMask(plain, words);
    expect(new Uint8Array(memory.buffer, 64, 4032)).toEqual(plain);
    expect(new Uint8Array(memory.buffer, 64 + 4032, 64)).toEqual(new Uint8Array(64));
  });

  it.each(keys)('draws the same mask as bits', (key, site, rate) => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const words = planKeepMask(key, site, rate);
    createKeepMaskKernel(memory).writeBits(64, 4001, words);
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
});
