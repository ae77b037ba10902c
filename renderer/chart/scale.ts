/** Values of an axis at round steps (1, 2 or 5 × a power of ten) inside [low, high], about `wanted`. */
export function roundTicks(low: number, high: number, wanted: number): number[] {
  if (!(high > low)) return [low];
  const power = 10 ** Math.ceil(Math.log10(high - low));
  const steps = [1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01].map((share) => share * power);
  const all = steps.map((step) => ticksAt(step, low, high));
  return all.find((ticks) => ticks.length >= Math.max(2, wanted - 1)) ?? all[all.length - 1];
}

function ticksAt(step: number, low: number, high: number): number[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** Ticks of one axis with the same number of decimals: 0.80 beside 0.82. */
export function formatTicks(
  ticks: readonly number[],
  decimal: (value: number, digits: number) => string,
): string[] {
  const [, decimals] = rangeOf(ticks.map((tick) => String(tick).split('.')[1]?.length ?? 0));
  return ticks.map((tick) => decimal(tick, decimals));
}

/** A straight mapping of [low, high] to [from, to]; an empty range maps to the middle. */
export function linearScale(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): (value: number) => number {
  if (high === low) return () => (from + to) / 2;
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

/**
 * The smallest and the largest of some values. Math.max(...values) passes each on the stack, which
 * ends the page from about 120,000 on.
 */
export function rangeOf(values: readonly number[]): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

/** The range of some values with a margin on both sides, as a share of the range. */
export function paddedRange(values: readonly number[], margin: number): [number, number] {
  const [low, high] = rangeOf(values);
  const pad = (high - low || Math.abs(high) || 1) * margin;
  return [low - pad, high + pad];
}

/** Exponential moving average, so that a noisy curve shows where it goes. `weight` of the past. */
export function smooth(values: readonly number[], weight: number): number[] {
  let average = values[0] ?? 0;
  return values.map((value) => (average = weight * average + (1 - weight) * value));
}

/**
 * How far each point of a row moves up or down so that points do not hide each other: the nearest
 * free place, first tried in the middle. `places` and the result are in pixels.
 */
export function spreadPoints(places: readonly number[], distance: number): number[] {
  const shifts = places.map(() => 0);
  places.forEach((place, index) => {
    const near = places
      .slice(0, index)
      .flatMap((other, at) => (Math.abs(other - place) < distance ? [shifts[at]] : []));
    const isFree = (shift: number) => near.every((taken) => Math.abs(taken - shift) >= distance);
    let ring = 0;
    while (!isFree(ring * distance) && !isFree(-ring * distance)) ring++;
    shifts[index] = isFree(ring * distance) ? ring * distance : -ring * distance;
  });
  return shifts;
}
