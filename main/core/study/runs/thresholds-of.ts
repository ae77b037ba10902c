import type { MultiLabelPlan } from '../plan/plan-schema.ts';
import { usualThreshold } from '../plan/multi-label-schema.ts';

/** [labels] from which probability on each is given. */
export function thresholdsOf(
  { threshold }: Pick<MultiLabelPlan, 'threshold'>,
  labels: readonly string[],
): number[] {
  return labels.map((label) =>
    typeof threshold === 'number'
      ? threshold
      : Object.hasOwn(threshold, label)
        ? threshold[label]
        : usualThreshold,
  );
}
