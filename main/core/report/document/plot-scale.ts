import { largestOf, smallestOf } from '#core/base/extremes.ts';

/** A linear scale with round ticks. */
export interface PlotScale {
  readonly ticks: readonly number[];
  readonly decimals: number;
  /** From a value to a coordinate. */
  readonly place: (value: number) => number;
}

/** A scale on which all values lie between `from` and `to`, with about five ticks. */
export function makeScale(values: readonly number[], from: number, to: number): PlotScale {
  // Equal values still need a scale around them.
  const margin = largestOf(values) - smallestOf(values) > 1e-9 ? 0 : 0.05;
  const lowest = smallestOf(values) - margin;
  const highest = largestOf(values) + margin;
  const range = highest - lowest;
  const step = roundStep(range / 4);
  const first = Math.floor((lowest - range * 0.03) / step);
  const last = Math.ceil((highest + range * 0.03) / step);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toFixed(decimals)),
  );
  const [start, end] = [first * step, last * step];
  return {
    ticks,
    decimals,
    place: (value) => from + ((value - start) / (end - start)) * (to - from),
  };
}

/** The next larger of 1, 2, 5 times a power of ten. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}
