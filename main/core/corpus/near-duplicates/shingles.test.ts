import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likenessOf } from './likeness-rule.ts';
import { MinHash } from './min-hash.ts';
import { Shingles } from './shingles.ts';
import { countCommon, shinglesOf } from './testing/compare-all.ts';

interface ReferencePair {
  readonly first: string;
  readonly second: string;
  readonly counts: readonly [number, number];
  readonly jaccard: number;
  readonly containment: number;
  readonly estimate: number;
  readonly proposed: boolean;
}

const reference = JSON.parse(
  readFileSync('test/fixtures/near-duplicates/datasketch.json', 'utf8'),
) as { pairs: ReferencePair[] };

const read = (text: string): Shingles => {
  const shingles = new Shingles();
  shingles.read(text);
  return shingles;
};

function countShared(one: string, other: string, least = 0): number {
  const { values, count } = read(other);
  return read(one).countShared(values, 0, count, least);
}

describe('the shingles of a text', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 });
  const text = words.map((each) => each.join(' '));

  it('are counted, and shared, as sets of strings are', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [ours, theirs] = [shinglesOf(one), shinglesOf(other)];
        const common = countCommon(ours, theirs);
        expect(read(one).count).toBe(ours.size);
        expect(countShared(one, other)).toBe(common);
        expect(read(one).key === read(other).key).toBe(
          common === ours.size && common === theirs.size,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('are compared no longer than they can reach what is wanted', () => {
    fc.assert(
      fc.property(text, text, fc.nat(30), (one, other, least) => {
        const shared = countShared(one, other);
        expect(countShared(one, other, least)).toBe(shared >= least ? shared : 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('have the likeness that Python finds', () => {
    for (const { first, second, counts, jaccard, containment } of reference.pairs) {
      expect([read(first).count, read(second).count]).toEqual(counts);
      const likeness = likenessOf(countShared(first, second), ...counts);
      expect(likeness.jaccard).toBeCloseTo(jaccard, 12);
      expect(likeness.containment).toBeCloseTo(containment, 12);
    }
  });

  it('are estimated as closely as by datasketch, and proposed alike', () => {
    const minHash = new MinHash(1);
    const sign = (text: string) => {
      minHash.read(read(text));
      return { signature: minHash.signature(), keys: minHash.bandKeys.slice() };
    };
    const errors = { ours: 0, theirs: 0 };
    const proposed = { ours: 0, theirs: 0 };
    for (const { first, second, jaccard, ...theirs } of reference.pairs) {
      const [one, other] = [sign(first), sign(second)];
      const estimate =
        one.signature.filter((hash, at) => hash === other.signature[at]).length / 128;
      errors.ours += (estimate - jaccard) ** 2;
      errors.theirs += (theirs.estimate - jaccard) ** 2;
      const isProposed = one.keys.some((key, band) => key === other.keys[band]);
      if (jaccard >= 0.8) expect([isProposed, theirs.proposed]).toEqual([true, true]);
      if (isProposed) proposed.ours++;
      if (theirs.proposed) proposed.theirs++;
    }
    expect(errors.ours).toBeLessThan(1.3 * errors.theirs);
    expect(Math.abs(proposed.ours - proposed.theirs)).toBeLessThan(8);
  });

  it('are those of each text alone, also after a much longer one', () => {
    const long = Array.from({ length: 5000 }, (_, at) => `w${at}`).join(' ');
    const shingles = new Shingles();
    for (const each of ['a b c d e f', long, 'a b c d e f', '', `${long} end`, 'b c d e f']) {
      shingles.read(each);
      expect(shingles.count).toBe(shinglesOf(each).size);
      const { values, count } = read('a b c d e f');
      expect(shingles.countShared(values, 0, count, 0)).toBe(
        countCommon(shinglesOf(each), shinglesOf('a b c d e f')),
      );
    }
  });

  it('of fewer than five words are all of them, and those of no longer text', () => {
    expect(countShared('Geen koorts.', 'geen KOORTS')).toBe(1);
    expect(countShared('Geen koorts.', 'Geen hoest.')).toBe(0);
    expect(countShared('Geen koorts.', 'Geen koorts. Geen koorts.')).toBe(0);
    expect(countShared('Geen koorts.', 'Geen koorts sinds drie dagen.')).toBe(0);
    expect(read(' – 😷').count).toBe(0);
  });
});
