import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { applyAdamW, planAdamWStep } from './adamw.ts';
import { adaptLossScaling, initialLossScaling, isLossScaling, scaleLoss } from './loss-scaling.ts';

interface TorchRecord {
  readonly updateCount: number;
  readonly overflows: readonly number[];
  /** Update, scale after it, counter after it; where those are not one good update later. */
  readonly events: readonly (readonly [number, number, number])[];
  readonly training: {
    readonly betas: readonly [number, number];
    readonly epsilon: number;
    readonly weightDecay: number;
    readonly learningRate: number;
    readonly start: readonly number[];
    readonly steps: readonly {
      readonly gradient: readonly number[];
      readonly overflows: boolean;
      readonly scale: number;
      readonly weights: readonly number[];
      readonly stepCount: number;
    }[];
  };
}

const path = 'test/fixtures/optimiser/loss-scaling.json';
const torch = JSON.parse(readFileSync(path, 'utf8')) as TorchRecord;

describe('loss scaling', () => {
  it('has the scale and counter of PyTorch’s GradScaler after each of 12,100 updates', () => {
    const events = new Map(torch.events.map(([update, ...state]) => [update, state]));
    let expected = [initialLossScaling.scale, initialLossScaling.goodUpdateCount];
    let scaling = initialLossScaling;
    for (let update = 1; update <= torch.updateCount; update++) {
      expected = events.get(update) ?? [expected[0], expected[1] + 1];
      scaling = adaptLossScaling(scaling, !torch.overflows.includes(update));
      if (scaling.scale !== expected[0] || scaling.goodUpdateCount !== expected[1]) {
        expect(scaling, `update ${update}`).toEqual(expected);
      }
      expect(isLossScaling(scaling)).toBe(true);
    }
    expect(events.size).toBeGreaterThan(torch.overflows.length);
  });

  it('skips updates as GradScaler does: neither weights nor AdamW’s step count move', () => {
    const { betas, start, steps, learningRate, ...settings } = torch.training;
    const arrays = {
      weights: Float32Array.from(start),
      firstMoments: new Float32Array(start.length),
      secondMoments: new Float32Array(start.length),
      gradients: new Float32Array(start.length),
    };
    let scaling = initialLossScaling;
    let stepCount = 0;
    for (const step of steps) {
      const { scale } = scaling;
      expect(scale).toBe(step.scale);
      scaling = adaptLossScaling(scaling, !step.overflows);
      if (!step.overflows) {
        arrays.gradients.set(step.gradient.map((element) => scale * element));
        const plan = planAdamWStep(
          { beta1: betas[0], beta2: betas[1], ...settings },
          {
            learningRate,
            stepNumber: ++stepCount,
            gradientNorm: 1,
            maxGradientNorm: null,
            lossScale: scale,
          },
        );
        applyAdamW(arrays, plan, true);
      }
      expect(stepCount).toBe(step.stepCount);
      step.weights.forEach((weight, index) => {
        expect(Math.abs(arrays.weights[index] - weight)).toBeLessThan(1e-7);
      });
    }
  });

  it('changes no bit of an update but by what overflows', () => {
    const moment = { learningRate: 1e-3, stepNumber: 3, gradientNorm: 2.5, maxGradientNorm: 1 };
    const settings = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 };
    const update = (lossScale: number) => {
      const arrays = {
        weights: Float32Array.of(0.3, -0.2),
        firstMoments: Float32Array.of(0.01, 0.02),
        secondMoments: Float32Array.of(0.001, 0.002),
        gradients: Float32Array.of(0.7 * lossScale, -0.1 * lossScale),
      };
      applyAdamW(arrays, planAdamWStep(settings, { ...moment, lossScale }), true);
      return arrays.weights;
    };
    expect(update(2 ** 16)).toEqual(update(1));
  });

  it('ends where even the plain loss overflows, instead of skipping for ever', () => {
    let scaling = initialLossScaling;
    let skipped = 0;
    const overflow = () => {
      for (;;) {
        scaling = adaptLossScaling(scaling, false);
        skipped++;
      }
    };
    expect(overflow).toThrow(expect.objectContaining({ code: 'training.half-overflow' }));
    expect(skipped).toBe(16);
    expect(scaling).toEqual({ scale: 1, goodUpdateCount: 0 });
  });

  it('never grows beyond what float32 holds', () => {
    const highest = { scale: 2 ** 127, goodUpdateCount: 1999 };
    expect(adaptLossScaling(highest, true)).toEqual({ scale: 2 ** 127, goodUpdateCount: 0 });
  });

  it.each([
    { scale: 3, goodUpdateCount: 0 },
    { scale: 0.5, goodUpdateCount: 0 },
    { scale: NaN, goodUpdateCount: 0 },
    { scale: Infinity, goodUpdateCount: 0 },
    { scale: 8, goodUpdateCount: 2000 },
    { scale: 8, goodUpdateCount: -1 },
    { scale: 8, goodUpdateCount: 0.5 },
  ])('knows what it cannot have stored: %o', (stored) => {
    expect(isLossScaling(stored)).toBe(false);
  });

  it('scales the loss by the weights of the targets', () => {
    const batch = {
      rows: 1,
      columns: 1,
      inputIds: new Int32Array(1),
      lengths: Int32Array.of(1),
      positions: Int32Array.of(0),
      labels: Int32Array.of(0),
      weights: Float32Array.of(0.1, 0.7),
    };
    const [tenth, seven] = batch.weights;
    expect([...scaleLoss(batch, 1024).weights]).toEqual([1024 * tenth, 1024 * seven]);
    expect([...batch.weights]).toEqual([tenth, seven]);
  });
});
