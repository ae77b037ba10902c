import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { finishAtOnce } from '#core/base/paced.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import type { Vectors } from '../vectors/vectors.ts';
import { drawTsne, neighboursFor } from './draw-tsne.ts';
import { jointProbabilities, type JointProbabilities } from './joint-probabilities.ts';
import { divergenceOf, mapGradient } from './map-gradient.ts';
import { findNeighbours, squaredDistance } from './nearest-neighbours.ts';
import { findPrincipalAxes } from './principal-axes.ts';
import { QuadTree } from './quad-tree.ts';
import { trustworthiness } from './trustworthiness.ts';

interface Reference {
  readonly digits: string;
  readonly places: readonly number[];
  readonly near: readonly number[];
  readonly everyPair: {
    readonly probabilities: readonly number[];
    readonly divergence: number;
    readonly gradient: readonly number[];
  };
  readonly axes: readonly number[];
  readonly trustworthinessOfAxes: number;
  readonly maps: readonly { readonly divergence: number; readonly trustworthiness: number }[];
}

/** By scikit-learn: make_map_reference.py. */
const reference = JSON.parse(
  readFileSync(new URL('../../../../test/fixtures/geometry/map.json', import.meta.url), 'utf8'),
) as Reference;
const size = 64;
const digits = vectorsOf(500);
const few = vectorsOf(60);
const places = Float64Array.from(reference.places);

function vectorsOf(count: number): Vectors {
  const values = Float32Array.from(
    reference.digits.slice(0, count * size),
    (letter) => letter.charCodeAt(0) - 97,
  );
  return { values, count, size };
}

function neighboursOf(vectors: Vectors, each: number) {
  const axes = findPrincipalAxes(vectors, 16);
  return { axes, neighbours: finishAtOnce(findNeighbours(vectors, axes, each)) };
}

function toFull({ count, starts, columns, values }: JointProbabilities): Float64Array {
  const full = new Float64Array(count * count);
  for (let row = 0; row < count; row++) {
    for (let entry = starts[row]; entry < starts[row + 1]; entry++) {
      full[row * count + columns[entry]] = values[entry];
    }
  }
  return full;
}

function expectClose(found: Iterable<number>, expected: readonly number[], digits: number) {
  for (const [at, value] of [...found].entries()) expect(value).toBeCloseTo(expected[at], digits);
}

describe('Maps', () => {
  it('begin with the principal axes of scikit-learn', () => {
    const { coordinates } = findPrincipalAxes(digits, 2);
    expectClose(coordinates.subarray(0, 40), reference.axes, 6);
  });

  it('find the nearest of each vector as all distances do', () => {
    const { neighbours } = neighboursOf(digits, 7);
    for (const point of [0, 17, 499]) {
      const all = Array.from({ length: 500 }, (_, other) => squaredDistance(digits, point, other));
      const sorted = all.filter((_, other) => other !== point).sort((a, b) => a - b);
      const found = neighbours.squares.subarray(point * 7, point * 7 + 7);
      expect(Array.from(found)).toEqual(sorted.slice(0, 7));
    }
  });

  it('have the probabilities of scikit-learn, of near points and of every pair', () => {
    const near = jointProbabilities(neighboursOf(few, neighboursFor(10, 60)).neighbours, 10);
    expectClose(toFull(near), reference.near, 8);
    const every = jointProbabilities(neighboursOf(few, 59).neighbours, 10);
    expectClose(toFull(every), reference.everyPair.probabilities, 8);
  });

  it('have the divergence and gradient of scikit-learn where all pairs are added up', () => {
    const { divergence, gradient: expected } = reference.everyPair;
    const joint = jointProbabilities(neighboursOf(few, 59).neighbours, 10);
    const gradient = new Float64Array(120);
    const settings = { tree: new QuadTree(60), places, theta: 0, exaggeration: 1 };
    const normaliser = mapGradient(joint, settings, gradient);
    expectClose(gradient, expected, 6);
    expect(divergenceOf(joint, places, normaliser)).toBeCloseTo(divergence, 6);
  });

  it('add up all pairs as a double loop does, and cells nearly so', () => {
    const count = 700;
    const random = new RandomStream(3, 'places');
    const spread = Float64Array.from({ length: 2 * count }, () => 20 * random.normal());
    // Points on one spot share a cell however often it is halved.
    spread.copyWithin(100, 0, 40);
    const none = {
      count,
      starts: new Int32Array(count + 1),
      columns: new Int32Array(),
      values: new Float64Array(),
    };
    const gradientAt = (theta: number) => {
      const gradient = new Float64Array(2 * count);
      const tree = new QuadTree(count);
      const settings = { tree, places: spread, theta, exaggeration: 1 };
      return { normaliser: mapGradient(none, settings, gradient), gradient };
    };
    const push = new Float64Array(2 * count);
    let normaliser = 0;
    for (let one = 0; one < count; one++) {
      for (let other = 0; other < count; other++) {
        if (one === other) continue;
        const x = spread[2 * one] - spread[2 * other];
        const y = spread[2 * one + 1] - spread[2 * other + 1];
        const near = 1 / (1 + x * x + y * y);
        normaliser += near;
        push[2 * one] += near * near * x;
        push[2 * one + 1] += near * near * y;
      }
    }
    const exact = gradientAt(0);
    expect(Math.abs(exact.normaliser / normaliser - 1)).toBeLessThan(1e-10);
    for (const [at, value] of exact.gradient.entries()) {
      expect(Math.abs(value - (-4 * push[at]) / normaliser)).toBeLessThan(1e-10);
    }
    const quick = gradientAt(0.5);
    expect(quick.normaliser).not.toBe(exact.normaliser);
    expect(Math.abs(quick.normaliser / normaliser - 1)).toBeLessThan(0.01);
  });

  it('judge a map as scikit-learn does', () => {
    const { coordinates } = findPrincipalAxes(digits, 2);
    const found = finishAtOnce(trustworthiness(digits, coordinates, 12));
    // Digits are whole numbers: of equal distances each side takes another for the nearer.
    expect(found).toBeCloseTo(reference.trustworthinessOfAxes, 4);
  });

  it('of digits are as good as those of scikit-learn, and the same for the same settings', () => {
    const perplexity = 30;
    const { axes, neighbours } = neighboursOf(digits, neighboursFor(perplexity, 500));
    const draw = (seed: number | null, iterations = 1000) =>
      finishAtOnce(drawTsne(neighbours, axes, { perplexity, seed, iterations, theta: 0.5 }));
    const drawn = draw(null);
    const [{ divergence, trustworthiness: trust }] = reference.maps;
    expect(Math.abs(drawn.divergence / divergence - 1)).toBeLessThan(0.05);
    const found = finishAtOnce(trustworthiness(digits, drawn.places, 12));
    expect(Math.abs(found - trust)).toBeLessThan(0.01);
    expect(draw(7, 50).places).toEqual(draw(7, 50).places);
    expect(draw(8, 50).places).not.toEqual(draw(7, 50).places);
  });
});
