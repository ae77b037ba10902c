import { largestOf } from '#core/base/extremes.ts';
import type { Paced } from '#core/base/paced.ts';
import type { EntityMap } from '#core/domain/entity-map.ts';
import { unitVectors, type Vectors } from '../vectors/vectors.ts';
import { drawTsne, neighboursFor } from './draw-tsne.ts';
import { findNeighbours } from './nearest-neighbours.ts';
import { findPrincipalAxes } from './principal-axes.ts';
import { trustworthiness } from './trustworthiness.ts';

export interface MapSettings {
  readonly perplexities: readonly number[];
  /** Null begins with the principal axes, a number at random. */
  readonly seeds: readonly (number | null)[];
  readonly iterations: number;
}

/** As scikit-learn has them. */
export const usualMaps: MapSettings = { perplexities: [30], seeds: [null], iterations: 1000 };

const theta = 0.5;
const boundAxes = 32;
const judgedNeighbours = 12;
/** Below, a map would be judged by more neighbours than it has. */
export const fewestPoints = 40;

type DrawnMap = Omit<EntityMap, 'model' | 'layer'>;

/**
 * A map for each perplexity and seed, of directions: vectors of length 1, whose distances order pairs
 * as cosines do. Neighbours are found once. Tells which share is done.
 */
export function* drawMaps(
  vectors: Vectors,
  { perplexities, seeds, iterations }: MapSettings,
): Paced<DrawnMap[], number> {
  const unit = unitVectors(vectors);
  const largest = largestOf(perplexities);
  const axes = findPrincipalAxes(unit, boundAxes);
  const total = perplexities.length * seeds.length + 1;
  let done = 0;
  function* share<Result>(work: Paced<Result, number>, from: number, to: number) {
    for (;;) {
      const next = work.next();
      if (next.done === true) return next.value;
      yield (done + from + (to - from) * next.value) / total;
    }
  }
  const all = yield* share(findNeighbours(unit, axes, neighboursFor(largest, unit.count)), 0, 1);
  done++;
  const maps: DrawnMap[] = [];
  for (const perplexity of perplexities) {
    const neighbours = nearestOnly(all, neighboursFor(perplexity, unit.count));
    for (const seed of seeds) {
      const settings = { perplexity, seed, iterations, theta };
      const { places, divergence } = yield* share(drawTsne(neighbours, axes, settings), 0, 0.9);
      const trusted = yield* share(trustworthiness(unit, places, judgedNeighbours), 0.9, 1);
      done++;
      maps.push({
        perplexity,
        seed,
        divergence,
        trustworthiness: trusted,
        places: Array.from(places, (place) => Math.round(1000 * place) / 1000),
      });
    }
  }
  return maps;
}

function nearestOnly(
  { each, indices, squares }: { each: number; indices: Int32Array; squares: Float64Array },
  wanted: number,
) {
  const count = indices.length / each;
  const kept = (from: Int32Array | Float64Array, to: Int32Array | Float64Array) => {
    for (let point = 0; point < count; point++) {
      to.set(from.subarray(point * each, point * each + wanted), point * wanted);
    }
  };
  const nearest = {
    each: wanted,
    indices: new Int32Array(count * wanted),
    squares: new Float64Array(count * wanted),
  };
  kept(indices, nearest.indices);
  kept(squares, nearest.squares);
  return nearest;
}
