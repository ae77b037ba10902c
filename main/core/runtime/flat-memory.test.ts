import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { applyAdamW, planAdamWStep, scaleAdamWStep } from '#core/training/adamw.ts';
import { createFlatMemory } from './flat-memory.ts';

const slots = [
  { name: 'matrix', size: 33, decays: true, shareOfRate: 1 },
  { name: 'other', size: 7, decays: true, shareOfRate: 0.5 },
  { name: 'bias', size: 5, decays: false, shareOfRate: 1 },
  { name: 'last', size: 40, decays: true, shareOfRate: 1 },
];
const step = planAdamWStep(
  { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.1 },
  { learningRate: 0.01, stepNumber: 1, gradientNorm: 2, maxGradientNorm: 1 },
);

describe('flat memory', () => {
  // 16 bytes for each of 64 numbers: a limit that needs several memories.
  it.each([
    ['one memory', {}],
    ['several memories', { limitBytes: 16 * 64 }],
  ])('updates every parameter as the plain formula does, in %s', (_, limit) => {
    const memory = createFlatMemory(slots, { threads: 1, ...limit });
    const random = new RandomStream(1, 'flat-memory');
    const expected = memory.parameters.map((parameter) => {
      for (const array of [parameter.weights, parameter.gradients]) {
        array.forEach((_value, index) => (array[index] = random.normal()));
      }
      return {
        weights: parameter.weights.slice(),
        firstMoments: parameter.firstMoments.slice(),
        secondMoments: parameter.secondMoments.slice(),
        gradients: parameter.gradients.slice(),
      };
    });
    // The norm for clipping is that of all parameters, in whichever memory they lie.
    const squares = expected.flatMap(({ gradients }) => [...gradients].map((value) => value ** 2));
    const sum = squares.reduce((total, square) => total + square, 0);
    expect(Math.abs(memory.sumGradientSquares() / sum - 1)).toBeLessThan(1e-6);
    memory.update(step);
    expected.forEach((arrays, index) => {
      applyAdamW(arrays, scaleAdamWStep(step, slots[index].shareOfRate), slots[index].decays);
      expect(memory.parameters[index]).toEqual(arrays);
    });
    memory.clearGradients(slots.map((_, index) => index));
    for (const { gradients, weights } of memory.parameters) {
      expect(gradients.every((value) => value === 0)).toBe(true);
      expect(weights.every((value) => value !== 0)).toBe(true);
    }
  });

  it('uses one memory for what fits and another for the rest', () => {
    const { parameters } = createFlatMemory(slots, { threads: 1, limitBytes: 16 * 64 });
    const buffers = parameters.map(({ weights }) => weights.buffer);
    expect(buffers[1]).toBe(buffers[0]);
    expect(buffers[2]).not.toBe(buffers[0]);
    expect(buffers[3]).toBe(buffers[2]);
  });

  it('refuses a parameter that no memory can hold', () => {
    expect(() => createFlatMemory(slots, { threads: 1, limitBytes: 16 * 32 })).toThrow(
      expect.objectContaining({ code: 'runtime.too-large' }),
    );
  });

  it('is given back before more is taken, though no garbage collector counts it', async () => {
    const size = 5 * 2 ** 20;
    const work = async () => {
      const memory = createFlatMemory([{ name: 'all', size, decays: true }], { threads: 2 });
      // Every page is written.
      memory.update(step);
      await memory.dispose();
    };
    await work();
    const before = process.memoryUsage.rss();
    for (let round = 0; round < 10; round++) await work();
    expect(process.memoryUsage.rss() - before).toBeLessThan(3 * 16 * size);
  });
});
