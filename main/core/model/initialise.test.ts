import { describe, expect, it } from 'vitest';

import { RandomStream } from '#core/base/random-stream.ts';

import { initialiseParameters } from './initialise.ts';

function initialise(names: readonly string[], seed = 1) {
  const parameters = names.map((name) => ({ name, values: new Float32Array(40_000).fill(9) }));
  initialiseParameters(parameters, new RandomStream(seed, 'initialise'));
  return parameters.map(({ values }) => values);
}

describe('start values', () => {
  it('are normal with deviation 0.02 for matrices', () => {
    const [values] = initialise(['encoder.layer.0.output.dense.weight']);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    // Five standard errors of 40,000 draws.
    expect(Math.abs(mean)).toBeLessThan((5 * 0.02) / 200);
    expect(Math.abs(Math.sqrt(variance) / 0.02 - 1)).toBeLessThan(5 / Math.sqrt(2 * 40_000));
  });

  it('are one for LayerNorm weights and zero for biases', () => {
    const [weight, bias, decoder] = initialise([
      'embeddings.LayerNorm.weight',
      'embeddings.LayerNorm.bias',
      'cls.predictions.bias',
    ]);
    expect(weight.every((value) => value === 1)).toBe(true);
    expect([...bias, ...decoder].every((value) => value === 0)).toBe(true);
  });

  it('follow from the seed and the name alone', () => {
    const [alone] = initialise(['a.weight']);
    const [, second] = initialise(['b.weight', 'a.weight']);
    const [other] = initialise(['a.weight'], 2);
    expect(second).toEqual(alone);
    expect(other).not.toEqual(alone);
  });
});
