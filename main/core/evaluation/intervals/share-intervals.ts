import { clopperPearsonInterval } from './clopper-pearson-interval.ts';
import { effectiveCount } from './effective-count.ts';
import type { Interval } from './interval.ts';
import { wilsonInterval } from './wilson-interval.ts';

/**
 * Wilson’s interval of a share, to be shown, then the exact one, to claim. `groupIds` is [items of
 * which it is a share]: items of one group, usually a patient, count as one that was seen several
 * times, by the effective number of Kish (1965) and Korn and Graubard (1998). Too wide rather than too
 * narrow; the bootstrap over patients is closer.
 */
export function shareIntervals(
  count: number,
  groupIds: readonly (string | null)[],
  confidence = 0.95,
): Interval[] {
  const total = effectiveCount(groupIds);
  const effective = groupIds.length === 0 ? 0 : (count / groupIds.length) * total;
  return [
    wilsonInterval(effective, total, confidence),
    clopperPearsonInterval(effective, total, confidence),
  ];
}
