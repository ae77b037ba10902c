import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { finishAtOnce } from '#core/base/paced.ts';
import { nearestVectors } from '../vectors/nearest-vectors.ts';
import { unitVectors, type Vectors } from '../vectors/vectors.ts';
import { measureLikeness } from './measure-likeness.ts';
import { sumPairsByBlock, weighPairs } from './pair-kernel.ts';

interface Reference {
  readonly size: number;
  readonly groupCount: number;
  readonly types: readonly number[];
  readonly groups: readonly number[];
  readonly surfaces: readonly number[];
  readonly weights: readonly number[];
  readonly models: readonly {
    readonly vectors: readonly number[];
    readonly all: readonly number[];
    readonly between: readonly (readonly number[])[];
    readonly betweenCentred: readonly (readonly number[])[];
    readonly baseline: number;
    readonly weighted: readonly number[];
    readonly nearestOfFirst: readonly number[];
  }[];
}

/** Pair by pair, by scikit-learn: make_likeness_reference.py. */
const reference = JSON.parse(
  readFileSync(
    new URL('../../../../test/fixtures/geometry/likeness.json', import.meta.url),
    'utf8',
  ),
) as Reference;
const { size, groupCount } = reference;
const labels = {
  types: Int32Array.from(reference.types),
  groups: Int32Array.from(reference.groups),
  surfaces: Int32Array.from(reference.surfaces),
};
const mentions = { ...labels, typeNames: ['disease', 'drug', 'rare'], groupCount };
const vectorsOf = (values: readonly number[]): Vectors => ({
  values: Float32Array.from(values),
  count: values.length / size,
  size,
});
const models = reference.models.map(({ vectors }, index) => ({
  model: `m${index}`,
  layer: 2,
  layerCount: 2,
  vectors: vectorsOf(vectors),
}));
const measure = (resamples = 400) =>
  finishAtOnce(measureLikeness(mentions, models, { seed: 4, resamples }));
const [first] = reference.models;

describe('Likeness of mentions', () => {
  it('is what scikit-learn finds pair by pair, within and between types', () => {
    for (const [index, said] of measure(20).models.entries()) {
      const expected = reference.models[index];
      expect(said.baseline?.value).toBeCloseTo(expected.baseline, 6);
      for (const [type, { all, apart, centred, lift }] of said.types.entries()) {
        expect(all).toBeCloseTo(expected.all[type], 6);
        expect(apart?.value).toBeCloseTo(expected.between[type][type], 6);
        expect(centred?.value).toBeCloseTo(expected.betweenCentred[type][type], 6);
        expect(lift?.value).toBeCloseTo(expected.between[type][type] - expected.baseline, 6);
        for (const other of expected.between.keys()) {
          expect(said.between[type][other]).toBeCloseTo(expected.between[type][other], 6);
          const between = said.betweenCentred[type][other];
          expect(between).toBeCloseTo(expected.betweenCentred[type][other], 6);
        }
      }
    }
  });

  it('weighs documents as pairs of drawn documents do, without pairs of copies', () => {
    const unit = unitVectors(vectorsOf(first.vectors));
    const blocks = Int32Array.from({ length: groupCount }, (_, group) => group);
    for (const [type, expected] of first.weighted.entries()) {
      const of = labels.types
        .map((_, index) => index)
        .filter((index) => labels.types[index] === type);
      expect(weighPairs(sumPairsByBlock(unit, labels, of, blocks), reference.weights)).toBeCloseTo(
        expected,
        6,
      );
    }
  });

  it('has intervals by document, the same for the same seed, and claims nothing of thin types', () => {
    const { models: said, differences } = measure();
    expect(measure()).toEqual({ models: said, differences });
    const [disease, , rare] = said[0].types;
    expect(rare).toMatchObject({ isThin: true, apart: { lower: null, upper: null } });
    expect(disease.isThin).toBe(false);
    for (const figure of [disease.apart, disease.lift, disease.centred]) {
      expect(figure?.lower).toBeLessThan(figure?.value ?? NaN);
      expect(figure?.upper).toBeGreaterThan(figure?.value ?? NaN);
    }
    expect(differences.map(({ type }) => type)).toEqual(['disease', 'drug', 'rare']);
    expect(differences[2].adjustedP).toBeNull();
    expect(differences[0]).toMatchObject({ model: 'm1', against: 'm0' });
    expect(differences[0].adjustedP).toBeLessThan(0.05);
    expect(differences[0].apart.value).toBeCloseTo(
      (said[1].types[0].apart?.value ?? NaN) - (disease.apart?.value ?? NaN),
      9,
    );
  });

  it('of a type with one mention, or none, is not there', () => {
    const single = {
      types: Int32Array.of(0, -1, -1),
      groups: Int32Array.of(0, 1, 2),
      surfaces: Int32Array.of(0, 1, 2),
      typeNames: ['one', 'none'],
      groupCount: 3,
    };
    const vectors = vectorsOf(first.vectors.slice(0, 3 * size));
    const said = finishAtOnce(
      measureLikeness(single, [{ model: 'm', layer: 1, layerCount: 1, vectors }], {
        seed: 1,
        resamples: 10,
      }),
    );
    const nothing = { all: null, apart: null, lift: null, centred: null, isThin: true };
    expect(said.models[0].types).toMatchObject([
      { mentions: 1, ...nothing },
      { mentions: 0, ...nothing },
    ]);
    expect(said.models[0].between).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(said.differences).toEqual([]);
  });

  it('names the mentions nearest to one as a full sort does', () => {
    const unit = unitVectors(vectorsOf(first.vectors));
    const found = nearestVectors(unit, 0, { count: 5 });
    expect(found.map(({ index }) => index)).toEqual(first.nearestOfFirst);
    const others = nearestVectors(unit, 0, {
      count: 5,
      isAsked: (index) => labels.surfaces[index] !== labels.surfaces[0],
    });
    expect(others.every(({ index }) => labels.surfaces[index] !== labels.surfaces[0])).toBe(true);
  });
});
