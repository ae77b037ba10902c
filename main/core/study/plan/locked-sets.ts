import type { Plan, SetPlan } from './plan-schema.ts';

type LockedSetPlan = Pick<SetPlan, 'set' | 'version'>;

/** The locked test sets that a plan names; none in most plans. */
export function lockedSetsOf({ lockedSet }: Pick<Plan, 'lockedSet'>): readonly LockedSetPlan[] {
  if (lockedSet === undefined) return [];
  return Array.isArray(lockedSet) ? lockedSet : [lockedSet];
}
