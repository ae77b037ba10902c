import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyAdamW, planAdamWStep, scaleToNorm } from './adamw.ts';

interface TorchRecord {
  betas: [number, number];
  epsilon: number;
  weightDecay: number;
  maxGradientNorm: number;
  start: { matrix: number[]; bias: number[] };
  steps: {
    learningRate: number;
    gradients: { matrix: number[]; bias: number[] };
    norm: number;
    matrix: number[];
    bias: number[];
    matrixFirstMoments: number[];
    matrixSecondMoments: number[];
  }[];
}

const torch = JSON.parse(readFileSync('test/fixtures/optimiser/adamw.json', 'utf8')) as TorchRecord;

function arraysOf(weights: number[]) {
  return {
    weights: Float32Array.from(weights),
    firstMoments: new Float32Array(weights.length),
    secondMoments: new Float32Array(weights.length),
    gradients: new Float32Array(weights.length),
  };
}

function expectClose(found: Float32Array, expected: number[], relative: number): void {
  const largest = Math.max(...expected.map(Math.abs));
  expected.forEach((value, index) => {
    expect(Math.abs(found[index] - value)).toBeLessThanOrEqual(relative * largest);
  });
}

describe('AdamW', () => {
  it('agrees with torch.optim.AdamW and clip_grad_norm_ over five steps', () => {
    const matrix = arraysOf(torch.start.matrix);
    const bias = arraysOf(torch.start.bias);
    torch.steps.forEach((expected, index) => {
      matrix.gradients.set(expected.gradients.matrix);
      bias.gradients.set(expected.gradients.bias);
      const step = planAdamWStep(
        {
          beta1: torch.betas[0],
          beta2: torch.betas[1],
          epsilon: torch.epsilon,
          weightDecay: torch.weightDecay,
        },
        {
          learningRate: expected.learningRate,
          stepNumber: index + 1,
          gradientNorm: expected.norm,
          maxGradientNorm: torch.maxGradientNorm,
        },
      );
      applyAdamW(matrix, step, true);
      applyAdamW(bias, step, false);
      expectClose(matrix.weights, expected.matrix, 2e-7);
      expectClose(bias.weights, expected.bias, 2e-7);
      expectClose(matrix.firstMoments, expected.matrixFirstMoments, 5e-7);
      expectClose(matrix.secondMoments, expected.matrixSecondMoments, 5e-7);
    });
  });

  it('moves nothing but by decay when there is no gradient', () => {
    const arrays = arraysOf([1, -2]);
    const step = planAdamWStep(
      { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.5 },
      { learningRate: 0.1, stepNumber: 1, gradientNorm: 0, maxGradientNorm: 1 },
    );
    applyAdamW(arrays, step, false);
    expect([...arrays.weights]).toEqual([1, -2]);
    applyAdamW(arrays, step, true);
    expect([...arrays.weights]).toEqual([Math.fround(0.95), Math.fround(-1.9)]);
  });

  it('clips only what is longer than allowed', () => {
    expect(scaleToNorm(4, 1)).toBeCloseTo(0.25, 6);
    expect(scaleToNorm(0.5, 1)).toBe(1);
    expect(scaleToNorm(4, null)).toBe(1);
    expect(scaleToNorm(0, 1)).toBe(1);
  });
});
