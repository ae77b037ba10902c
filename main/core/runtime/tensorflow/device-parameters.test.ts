import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { applyAdamW, planAdamWStep } from '#core/training/adamw.ts';
import { DeviceParameters } from './device-parameters.ts';

const parts = [
  { name: 'query', shape: [2, 3], size: 6 },
  { name: 'key', shape: [2, 3], size: 6 },
];
const parameters = [
  { name: 'query_key', shape: [4, 3], size: 12, decays: true, parts },
  {
    name: 'bias',
    shape: [5],
    size: 5,
    decays: false,
    parts: [{ name: 'bias', shape: [5], size: 5 }],
  },
];
const settings = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.1 };

beforeAll(async () => {
  tf.env().set('IS_TEST', true);
  await tf.setBackend('cpu');
});

describe('parameters on a device', () => {
  it('are updated as the plain AdamW does it, bit for bit where each operation is rounded alike', async () => {
    const random = new RandomStream(4, 'adamw');
    const draw = (size: number) => Float32Array.from({ length: size }, () => random.normal());
    const device = new DeviceParameters(tf, parameters);
    const plain = parameters.map(({ size }) => ({
      weights: draw(size),
      firstMoments: new Float32Array(size),
      secondMoments: new Float32Array(size),
      gradients: new Float32Array(size),
    }));
    const [fused, bias] = plain;
    device.write('weights', [fused.weights.slice(0, 6), fused.weights.slice(6), bias.weights]);
    const before = tf.memory().numTensors;
    for (let stepNumber = 1; stepNumber <= 3; stepNumber++) {
      const step = planAdamWStep(settings, {
        learningRate: 1e-2,
        stepNumber,
        gradientNorm: 3,
        maxGradientNorm: 1,
      });
      const gradients = new Map<string, tf.Tensor>();
      parameters.forEach(({ name, shape, size, decays }, index) => {
        plain[index].gradients.set(draw(size));
        gradients.set(name, tf.tensor(plain[index].gradients.slice(), shape));
        applyAdamW(plain[index], step, decays);
      });
      device.update(step, gradients);
      tf.dispose([...gradients.values()]);
    }
    expect(tf.memory().numTensors).toBe(before);
    for (const kind of ['weights', 'firstMoments', 'secondMoments'] as const) {
      const views = await device.read(kind);
      expect(views.map(({ name }) => name)).toEqual(['query', 'key', 'bias']);
      expect(views.map(({ values }) => values)).toEqual([
        fused[kind].slice(0, 6),
        fused[kind].slice(6),
        bias[kind],
      ]);
    }
    device.dispose();
  });
});
