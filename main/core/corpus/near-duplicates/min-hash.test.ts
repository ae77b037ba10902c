import { expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { MinHash } from './min-hash.ts';
import { Shingles } from './shingles.ts';

/** Two texts of so many words of which the first ones are the same. */
function pairOf(shared: number, own: number, random: RandomStream): [string, string] {
  const words = (count: number) => Array.from({ length: count }, () => `w${random.word()}`);
  const common = words(shared + 4);
  return [[...common, ...words(own)].join(' '), [...common, ...words(own)].join(' ')];
}

interface Trials {
  readonly meanError: number;
  readonly deviation: number;
  readonly proposedShare: number;
}

/** Estimates of many pairs with the same likeness, each with a seed of its own. */
function estimate(shared: number, own: number, trials: number): Trials {
  const random = new RandomStream(7, `estimates/${shared}/${own}`);
  const shingles = new Shingles();
  const errors: number[] = [];
  let proposed = 0;
  for (let seed = 0; seed < trials; seed++) {
    const minHash = new MinHash(seed);
    const [one, other] = pairOf(shared, own, random).map((text) => {
      shingles.read(text);
      minHash.read(shingles);
      return { signature: minHash.signature(), keys: minHash.bandKeys.slice() };
    });
    const equal = one.signature.filter((hash, at) => hash === other.signature[at]).length;
    errors.push(equal / 128 - shared / (shared + 2 * own));
    if (one.keys.some((key, band) => key === other.keys[band])) proposed++;
  }
  const meanError = errors.reduce((sum, error) => sum + error, 0) / trials;
  const variance = errors.reduce((sum, error) => sum + (error - meanError) ** 2, 0) / trials;
  return { meanError, deviation: Math.sqrt(variance), proposedShare: proposed / trials };
}

it.each([
  [20, 2],
  [20, 10],
  [200, 25],
  [200, 100],
  [100, 200],
  [2000, 1000],
])('estimates Jaccard without bias, %i shingles shared and %i own', (shared, own) => {
  const trials = 600;
  const jaccard = shared / (shared + 2 * own);
  const { meanError, deviation, proposedShare } = estimate(shared, own, trials);
  const expected = Math.sqrt((jaccard * (1 - jaccard)) / 128);
  expect(Math.abs(meanError)).toBeLessThan((4 * expected) / Math.sqrt(trials));
  expect(deviation / expected).toBeGreaterThan(0.85);
  expect(deviation / expected).toBeLessThan(1.15);
  const probability = 1 - (1 - jaccard ** 4) ** 32;
  const spread = Math.sqrt((probability * (1 - probability)) / trials);
  expect(Math.abs(proposedShare - probability)).toBeLessThan(4 * spread + 1 / trials);
});

it('gives the same keys for the same seed, others for another', () => {
  const shingles = new Shingles();
  shingles.read('Geen koorts, geen hoest, geen bloed bij het hoesten.');
  const keysOf = (seed: number) => {
    const minHash = new MinHash(seed);
    minHash.read(shingles);
    return [...minHash.bandKeys];
  };
  expect(keysOf(1)).toEqual(keysOf(1));
  expect(keysOf(1).filter((key, band) => key === keysOf(2)[band])).toEqual([]);
});
