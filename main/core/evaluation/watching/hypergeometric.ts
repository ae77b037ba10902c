import { logGamma } from '#core/evaluation/statistics/log-gamma.ts';

/** A number of items without replacement: `drawn` of `total`, of which `positives` count. */
export interface Draw {
  readonly total: number;
  readonly positives: number;
  readonly drawn: number;
}

function logChoose(total: number, chosen: number): number {
  return logGamma(total + 1) - logGamma(chosen + 1) - logGamma(total - chosen + 1);
}

/** From the least to the most positives that a draw can have. */
export function supportOf({ total, positives, drawn }: Draw): { least: number; most: number } {
  return { least: Math.max(0, drawn - (total - positives)), most: Math.min(drawn, positives) };
}

/** Probability that a draw has exactly `found` positives; 0 outside the support. */
export function hypergeometric(found: number, draw: Draw): number {
  const { total, positives, drawn } = draw;
  const { least, most } = supportOf(draw);
  if (found < least || found > most) return 0;
  return Math.exp(
    logChoose(positives, found) +
      logChoose(total - positives, drawn - found) -
      logChoose(total, drawn),
  );
}

/** Probability that a draw has at most `found` positives. */
export function hypergeometricAtMost(found: number, draw: Draw): number {
  const { least, most } = supportOf(draw);
  if (found >= most) return 1;
  let sum = 0;
  for (let each = least; each <= found; each++) sum += hypergeometric(each, draw);
  return Math.min(1, sum);
}
