import { setTimeout as rest } from 'node:timers/promises';

/** One side of a comparison: does its share of the work and says how many milliseconds it took. */
export interface Contestant {
  readonly name: string;
  readonly run: () => Promise<number>;
}

export interface Rounds {
  /** Rounds that count. */
  readonly count: number;
  /** Rounds before them that do not: memory is touched and threads are started. */
  readonly warmUp: number;
}

/** Lets the threads of the last contestant go to sleep. */
const restMs = 200;

/**
 * Milliseconds of each contestant in each round. Every round gives each contestant its turn, so
 * that a slower or faster spell of the machine meets all of them.
 */
export async function interleave(
  contestants: readonly Contestant[],
  rounds: Rounds,
  onRound: (round: number, times: ReadonlyMap<string, number>) => void = () => undefined,
): Promise<Map<string, number[]>> {
  const samples = new Map(contestants.map(({ name }): [string, number[]] => [name, []]));
  for (let round = 0; round < rounds.warmUp + rounds.count; round++) {
    const times = new Map<string, number>();
    for (const { name, run } of contestants) {
      const elapsedMs = await run();
      times.set(name, elapsedMs);
      if (round >= rounds.warmUp) samples.get(name)?.push(elapsedMs);
      await rest(restMs);
    }
    onRound(round - rounds.warmUp + 1, times);
  }
  return samples;
}
