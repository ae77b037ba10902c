import { logGamma } from '#core/evaluation/statistics/log-gamma.ts';

export interface Draw {
  readonly population: number;
  /** How many of them are marked. */
  readonly marked: number;
  readonly drawn: number;
}

/** P(X ≥ count) for the marked ones among those that are drawn without putting back. */
export function upperTail(count: number, { population, marked, drawn }: Draw): number {
  const most = Math.min(marked, drawn);
  const least = Math.max(0, drawn + marked - population);
  if (count <= least) return 1;
  let sum = 0;
  for (let each = count; each <= most; each++) {
    sum += Math.exp(
      logChoose(marked, each) +
        logChoose(population - marked, drawn - each) -
        logChoose(population, drawn),
    );
  }
  return Math.min(1, sum);
}

function logChoose(all: number, chosen: number): number {
  return logGamma(all + 1) - logGamma(chosen + 1) - logGamma(all - chosen + 1);
}
