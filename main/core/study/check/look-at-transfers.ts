import { type AnamnesisError, isAnamnesisError } from '#core/base/error.ts';
import { mapLabels, requireExamples } from '../data/map-labels.ts';
import type { Plan } from '../plan/plan-schema.ts';
import type { TaskOutlook } from './plan-outlook.ts';

/** Transfers whose labels do not fit, or that draw more than there is, where both tasks were read whole. */
export function lookAtTransfers(plan: Plan, tasks: readonly TaskOutlook[]): AnamnesisError[] {
  const whole = new Map(
    tasks.filter(({ seenShare }) => seenShare === 1).map((task) => [task.name, task]),
  );
  return Object.entries(plan.transfers ?? {}).flatMap(([name, transfer]) => {
    const [source, target] = [whole.get(transfer.source), whole.get(transfer.target)];
    if (source === undefined || target === undefined) return [];
    const labelsOf = ({ labels }: TaskOutlook) => labels.map(({ label }) => label);
    try {
      mapLabels(name, transfer, { source: labelsOf(source), target: labelsOf(target) });
      const beside = target.itemCount - Math.ceil(target.itemCount / target.folds);
      requireExamples(name, beside, transfer.fewShot?.examples ?? []);
      return [];
    } catch (error) {
      if (isAnamnesisError(error)) return [error];
      throw error;
    }
  });
}
