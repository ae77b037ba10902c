import { AnamnesisError } from '#core/base/error.ts';
import type { TaskPlan } from '../plan/plan-schema.ts';

/** The classes that a task names must be in its data. @throws plan.unknown-name */
export function checkNamedClasses(
  plan: TaskPlan,
  task: { readonly name: string } & (
    | { readonly kind: 'classification'; readonly classes: readonly string[] }
    | { readonly kind: 'entities' }
  ),
): void {
  if (plan.kind !== 'classification' || task.kind !== 'classification') return;
  const { keywords, positiveClass, classWeights = {} } = plan;
  const named = {
    keywords: keywords === undefined ? [] : [keywords.class, keywords.otherwise],
    positiveClass: positiveClass === undefined ? [] : [positiveClass],
    classWeights: classWeights === 'balanced' ? [] : Object.keys(classWeights),
  };
  for (const [key, names] of Object.entries(named)) {
    const unknown = names.find((name) => !task.classes.includes(name));
    if (unknown === undefined) continue;
    throw new AnamnesisError('plan.unknown-name', {
      place: `tasks.${task.name}.${key}`,
      field: ['tasks', task.name, key],
      expected: `a class of the task: ${task.classes.slice(0, 20).join(', ')}`,
      found: unknown,
      remedy: 'Correct the class, as it is after "labels".',
    });
  }
}
