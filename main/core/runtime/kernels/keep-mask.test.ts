import { describe, expect, it } from 'vitest';
import { planKeepMask, writeKeepMask } from './keep-mask.ts';

const count = 32 * 4096;

function draw(place: { seed?: number; microStep?: number; site?: number }, rate = 0.1): Uint8Array {
  const mask = new Uint8Array(count);
  const { seed = 11, microStep = 5, site = 2 } = place;
  writeKeepMask(mask, planKeepMask({ seed, microStep }, site, rate));
  return mask;
}

/** Pearson's correlation of two masks, in standard errors: normal for independent draws. */
function correlationInErrors(first: Uint8Array, second: Uint8Array): number {
  const mean = (mask: Uint8Array) => mask.reduce((sum, bit) => sum + bit, 0) / mask.length;
  const [meanFirst, meanSecond] = [mean(first), mean(second)];
  let covariance = 0;
  for (let index = 0; index < first.length; index++) {
    covariance += (first[index] - meanFirst) * (second[index] - meanSecond);
  }
  const deviation = (share: number) => Math.sqrt(share * (1 - share));
  return covariance / Math.sqrt(first.length) / (deviation(meanFirst) * deviation(meanSecond));
}

describe('a keep-mask', () => {
  it.each([0.01, 0.1, 0.3, 0.5, 0.9])('drops the share it is asked for (%s)', (rate) => {
    const dropped = draw({}, rate).reduce((sum, bit) => sum + 1 - bit, 0);
    const standardError = Math.sqrt(count * rate * (1 - rate));
    expect(Math.abs(dropped - count * rate)).toBeLessThan(4 * standardError);
  });

  it('is the same whenever it is written again', () => {
    expect(draw({})).toEqual(draw({}));
  });

  it.each([
    ['micro-steps', { microStep: 6 }],
    ['micro-steps far apart', { microStep: 5 + 2 ** 32 }],
    ['sites', { site: 3 }],
    ['seeds', { seed: 12 }],
    ['seeds that differ above 32 bits', { seed: 11 + 2 ** 32 }],
  ])('is independent between %s', (_, place) => {
    expect(Math.abs(correlationInErrors(draw({}), draw(place)))).toBeLessThan(4);
  });

  it.each([1, 2, 8, 31, 32, 64, 768])('is independent of itself %s elements on', (lag) => {
    const mask = draw({}, 0.5);
    const errors = correlationInErrors(mask.subarray(0, count - lag), mask.subarray(lag));
    expect(Math.abs(errors)).toBeLessThan(4);
  });

  it('drops every place in a group equally often', () => {
    const mask = draw({}, 0.5);
    const kept = new Float64Array(32);
    mask.forEach((bit, index) => (kept[index % 32] += bit));
    // Chi-squared over 32 places: above 62.5 in one of 1000 right generators.
    const expected = mask.length / 32 / 2;
    const chiSquared = kept.reduce((sum, n) => sum + (n - expected) ** 2 / (expected / 2), 0);
    expect(chiSquared).toBeLessThan(62.5);
  });
});
