import { AnamnesisError } from '#core/base/error.ts';
import type { TaskPlan } from '../plan/plan-schema.ts';
import type { PreparedTask } from './prepared-task.ts';

/** The classes between which keywords decide must be in the data. @throws plan.unknown-name */
export function checkKeywords(plan: TaskPlan, task: PreparedTask): void {
  if (plan.kind !== 'classification' || task.kind !== 'classification') return;
  const { keywords } = plan;
  if (keywords === undefined) return;
  for (const name of [keywords.class, keywords.otherwise]) {
    if (task.classes.includes(name)) continue;
    throw new AnamnesisError('plan.unknown-name', {
      place: `tasks.${task.name}.keywords`,
      expected: `a class of the task: ${task.classes.slice(0, 20).join(', ')}`,
      found: name,
      remedy: 'Correct the class, as it is after "labels".',
    });
  }
}
