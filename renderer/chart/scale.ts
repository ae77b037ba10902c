/** Values of an axis at round steps (1, 2 or 5 × a power of ten), all inside [low, high]. */
export function roundTicks(low: number, high: number, wanted: number): number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** Ticks of one axis with the same number of decimals: 0.80 beside 0.82. */
export function formatTicks(ticks: readonly number[]): string[] {
  const decimals = Math.max(...ticks.map((tick) => String(tick).split('.')[1]?.length ?? 0));
  return ticks.map((tick) => tick.toFixed(decimals).replace('-', '−'));
}

/** A straight mapping of [low, high] to [from, to]; an empty range maps to the middle. */
export function linearScale(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): (value: number) => number {
  if (high === low) return () => (from + to) / 2;
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

/** The range of some values with a margin on both sides, as a share of the range. */
export function paddedRange(values: readonly number[], margin: number): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const pad = (high - low || Math.abs(high) || 1) * margin;
  return [low - pad, high + pad];
}

/** Exponential moving average, so that a noisy curve shows where it goes. `weight` of the past. */
export function smooth(values: readonly number[], weight: number): number[] {
  let average = values[0] ?? 0;
  return values.map((value) => (average = weight * average + (1 - weight) * value));
}
