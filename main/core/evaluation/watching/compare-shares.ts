import { hypergeometric, supportOf } from './hypergeometric.ts';

/** So many of a total. */
export interface Share {
  readonly count: number;
  readonly total: number;
}

/** Chances that are equal but for rounding count as equal, as R has it. */
const tolerance = 1e-7;

/**
 * Two-sided p of two shares being those of one population: Fisher's exact test, the sum of the chances
 * of all tables with these margins that are no likelier than the one at hand (Fisher, JRSS 98, 1935).
 * As if items did not depend on each other. 1 where a total is 0.
 */
export function compareShares(first: Share, second: Share): number {
  const draw = {
    total: first.total + second.total,
    positives: first.count + second.count,
    drawn: first.total,
  };
  const { least, most } = supportOf(draw);
  const atHand = hypergeometric(first.count, draw) * (1 + tolerance);
  let p = 0;
  for (let count = least; count <= most; count++) {
    const chance = hypergeometric(count, draw);
    if (chance <= atHand) p += chance;
  }
  return Math.min(1, p);
}
