import { logGamma } from '#core/evaluation/statistics/log-gamma.ts';

export interface Draw {
  readonly population: number;
  /** How many of them are marked. */
  readonly marked: number;
  readonly drawn: number;
}

/** P(X = 0), P(X = 1) … for the marked ones among those that are drawn without putting back. */
export function hypergeometricChances({ population, marked, drawn }: Draw): Float64Array {
  const least = Math.max(0, drawn + marked - population);
  return Float64Array.from({ length: Math.min(marked, drawn) + 1 }, (_, count) =>
    count < least
      ? 0
      : Math.exp(
          logChoose(marked, count) +
            logChoose(population - marked, drawn - count) -
            logChoose(population, drawn),
        ),
  );
}

/** P(X ≥ count) for the marked ones among those that are drawn without putting back. */
export function upperTail(count: number, draw: Draw): number {
  if (count <= Math.max(0, draw.drawn + draw.marked - draw.population)) return 1;
  const tail = hypergeometricChances(draw).subarray(count);
  return Math.min(
    1,
    tail.reduce((sum, chance) => sum + chance, 0),
  );
}

function logChoose(all: number, chosen: number): number {
  return logGamma(all + 1) - logGamma(chosen + 1) - logGamma(all - chosen + 1);
}
