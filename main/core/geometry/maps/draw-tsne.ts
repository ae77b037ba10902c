import type { Paced } from '#core/base/paced.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import { jointProbabilities, type JointProbabilities } from './joint-probabilities.ts';
import { divergenceOf, mapGradient } from './map-gradient.ts';
import type { Neighbours } from './nearest-neighbours.ts';
import type { PrincipalAxes } from './principal-axes.ts';
import { QuadTree } from './quad-tree.ts';

export interface TsneSettings {
  readonly perplexity: number;
  /** Null begins with the first two principal axes; a number draws the beginning. */
  readonly seed: number | null;
  readonly iterations: number;
  readonly theta: number;
}

export interface DrawnMap {
  /** [count × 2] */
  readonly places: Float64Array;
  /** Kullback–Leibler, over pairs that are near. */
  readonly divergence: number;
}

/** As scikit-learn has them; its gradient carries the 4 as ours does. */
const exaggeration = 12;
const exaggeratedIterations = 250;
const startDeviation = 1e-4;
const smallestGain = 0.01;

/** So many neighbours carry the choice of a perplexity. */
export function neighboursFor(perplexity: number, count: number): number {
  return Math.min(count - 1, Math.floor(3 * perplexity + 1));
}

/**
 * t-SNE (van der Maaten and Hinton 2008) by Barnes and Hut, in scikit-learn's schedule: momentum 0.5
 * while probabilities are exaggerated, 0.8 afterwards, a gain for each coordinate. The same settings
 * give the same bytes. Tells which share is done.
 */
export function* drawTsne(
  neighbours: Neighbours,
  axes: PrincipalAxes,
  { perplexity, seed, iterations, theta }: TsneSettings,
): Paced<DrawnMap, number> {
  const joint = jointProbabilities(neighbours, perplexity);
  const { count } = joint;
  const learningRate = Math.max(count / exaggeration / 4, 50);
  const places = seed === null ? startFlat(axes) : startAnyhow(count, seed);
  const gradient = new Float64Array(2 * count);
  const update = new Float64Array(2 * count);
  const gains = new Float64Array(2 * count).fill(1);
  const tree = new QuadTree(count);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const isEarly = iteration < Math.min(exaggeratedIterations, iterations);
    const momentum = isEarly ? 0.5 : 0.8;
    // Gains and momentum begin anew when the exaggeration ends.
    if (iteration === exaggeratedIterations) {
      update.fill(0);
      gains.fill(1);
    }
    const settings = { tree, places, theta, exaggeration: isEarly ? exaggeration : 1 };
    mapGradient(joint, settings, gradient);
    for (let at = 0; at < places.length; at++) {
      const isSteady = update[at] * gradient[at] < 0;
      gains[at] = Math.max(smallestGain, isSteady ? gains[at] + 0.2 : gains[at] * 0.8);
      update[at] = momentum * update[at] - learningRate * gains[at] * gradient[at];
      places[at] += update[at];
    }
    yield (iteration + 1) / iterations;
  }
  return { places, divergence: divergenceAt(joint, { tree, places, theta }) };
}

function divergenceAt(
  joint: JointProbabilities,
  { tree, places, theta }: { tree: QuadTree; places: Float64Array; theta: number },
): number {
  const unused = new Float64Array(places.length);
  const normaliser = mapGradient(joint, { tree, places, theta, exaggeration: 1 }, unused);
  return divergenceOf(joint, places, normaliser);
}

/** The first two principal axes, the first with a small standard deviation. */
export function startFlat({ coordinates, axes, residuals }: PrincipalAxes): Float64Array {
  const count = residuals.length;
  let squares = 0;
  for (let point = 0; point < count; point++) squares += coordinates[point * axes] ** 2;
  const scale = startDeviation / (Math.sqrt(squares / count) || 1);
  return Float64Array.from({ length: 2 * count }, (_, at) => {
    const [point, axis] = [at >> 1, at & 1];
    return axis < axes ? coordinates[point * axes + axis] * scale : 0;
  });
}

function startAnyhow(count: number, seed: number): Float64Array {
  const random = new RandomStream(seed, 'start of a map');
  return Float64Array.from({ length: 2 * count }, () => startDeviation * random.normal());
}
