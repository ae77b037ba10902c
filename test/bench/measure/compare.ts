import type { Row } from '../report/results.ts';
import { interleave, type Contestant, type Rounds } from './interleave.ts';
import { median } from './median.ts';

/** Name of our side in every comparison. */
export const ours = 'ours';

/** Races the contestants; ratios are taken round by round, so that slow spells cancel out. */
export async function compare(
  contestants: readonly Contestant[],
  rounds: Rounds,
  say: (line: string) => void,
): Promise<{ rows: Row[]; samples: ReadonlyMap<string, readonly number[]> }> {
  const samples = await interleave(contestants, rounds, (round, times) => {
    const list = [...times].map(([name, elapsedMs]) => `${name} ${elapsedMs.toFixed(0)}`);
    say(`  round ${round}: ${list.join(', ')} ms`);
  });
  const ourTimes = samples.get(ours) ?? [];
  const rows = [...samples].map(([name, times]): Row => {
    const ratios = times.map((time, round) => time / ourTimes[round]);
    return {
      name,
      medianMs: median(times),
      fastestMs: Math.min(...times),
      slowestMs: Math.max(...times),
      ratio: name === ours ? null : median(ratios),
    };
  });
  return { rows, samples };
}
