import { finishAtOnce, type Paced } from '#core/base/paced.ts';
import type { RandomStream } from '#core/base/random-stream.ts';
import type { Interval } from '#core/evaluation/intervals/interval.ts';
import { bcaInterval, percentileInterval } from './bootstrap-interval.ts';
import { listGroups } from './list-groups.ts';

export interface GroupBootstrap {
  /** [items] whose items depend on each other, usually the patient; null stands alone. */
  readonly groupIds: readonly (string | null)[];
  /**
   * The figures of the items at these places, where one may come more than once; always as many in
   * the same order, null where one is not defined.
   */
  readonly figuresOf: (items: Int32Array) => readonly (number | null)[];
  readonly random: RandomStream;
  readonly resamples?: number;
  readonly confidence?: number;
  /** BCa costs one evaluation more per group and falls back to percentiles where it is not sound. */
  readonly method?: 'bca' | 'percentile';
}

/** Why a figure has no interval. The list is closed. */
export type NoBootstrap =
  /** Fewer than 10 groups: resamples of so few are too much alike. */
  | 'too-few-groups'
  /** Not defined for all items, or in more than one resample of 20. */
  | 'often-undefined'
  /** Every resample gives the same, as with a perfect score: that is no certainty. */
  | 'no-spread';

export interface BootstrappedFigure {
  /** Of all items. */
  readonly estimate: number | null;
  readonly interval: Interval | null;
  /** Null where there is an interval. */
  readonly withoutInterval: NoBootstrap | null;
  readonly undefinedResamples: number;
}

const smallestGroupCount = 10;
const largestUndefinedShare = 0.05;

/**
 * Intervals of figures by drawing whole groups with replacement, as many as there are: the cluster
 * bootstrap of Davison and Hinkley (Bootstrap Methods and their Application, 1997, section 3.8) and
 * Field and Welsh (JRSS B 69, 2007). Notes of a patient resemble each other; drawing notes instead
 * would pretend to know more. A difference of two models is a figure of the same items.
 */
export function bootstrapGroups(input: GroupBootstrap): BootstrappedFigure[] {
  return finishAtOnce(bootstrapInTurns(input));
}

/** The same with a pause after each evaluation, at which it tells which share of them is done. */
export function* bootstrapInTurns(input: GroupBootstrap): Paced<BootstrappedFigure[], number> {
  const {
    groupIds,
    figuresOf,
    random,
    resamples = 2000,
    confidence = 0.95,
    method = 'bca',
  } = input;
  const groups = listGroups(groupIds);
  const estimates = figuresOf(Int32Array.from(groupIds.keys()));
  if (groups.length < smallestGroupCount) {
    return estimates.map((estimate) => without(estimate, 'too-few-groups', 0));
  }
  const total = resamples + (method === 'bca' ? groups.length : 0);
  const draws: (readonly (number | null)[])[] = [];
  while (draws.length < resamples) {
    draws.push(figuresOf(joinGroups(groups.map(() => groups[random.integer(groups.length)]))));
    yield draws.length / total;
  }
  const jackknives: (readonly (number | null)[])[] = [];
  while (jackknives.length < total - resamples) {
    jackknives.push(figuresOf(joinGroups(groups.toSpliced(jackknives.length, 1))));
    yield (resamples + jackknives.length) / total;
  }
  return estimates.map((estimate, figure) => {
    const defined = draws.flatMap((values) => values[figure] ?? []);
    const undefinedResamples = resamples - defined.length;
    if (estimate === null || undefinedResamples > largestUndefinedShare * resamples) {
      return without(estimate, 'often-undefined', undefinedResamples);
    }
    const sorted = Float64Array.from(defined).sort();
    if (sorted[0] === sorted[sorted.length - 1]) {
      return without(estimate, 'no-spread', undefinedResamples);
    }
    const jackknife = jackknives.flatMap((values) => values[figure] ?? []);
    const corrected =
      method === 'bca' && jackknife.length === groups.length
        ? bcaInterval({ estimate, sorted, jackknife, confidence })
        : null;
    const interval = corrected ?? percentileInterval(sorted, confidence);
    return { estimate, interval, withoutInterval: null, undefinedResamples };
  });
}

function without(
  estimate: number | null,
  withoutInterval: NoBootstrap,
  undefinedResamples: number,
): BootstrappedFigure {
  return { estimate, interval: null, withoutInterval, undefinedResamples };
}

function joinGroups(groups: readonly Int32Array[]): Int32Array {
  const items = new Int32Array(groups.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const group of groups) {
    items.set(group, place);
    place += group.length;
  }
  return items;
}
