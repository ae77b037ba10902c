import { AnamnesisError } from '#core/base/error.ts';
import type { TaskPlan } from '../plan/plan-schema.ts';

/** The classes that a task names must be in its data. @throws plan.unknown-name */
export function checkNamedClasses(
  plan: TaskPlan,
  task: { readonly name: string } & (
    | { readonly kind: 'classification' | 'multi-label'; readonly classes: readonly string[] }
    | { readonly kind: 'entities' }
  ),
): void {
  if (task.kind === 'entities' || plan.kind === 'entities') return;
  const unknownOf = (named: Readonly<Record<string, readonly string[]>>) => {
    for (const [key, names] of Object.entries(named)) {
      const unknown = names.find((name) => !task.classes.includes(name));
      if (unknown !== undefined) throw refuse(task, key, unknown);
    }
  };
  if (plan.kind === 'multi-label') {
    const { threshold } = plan;
    unknownOf({ threshold: typeof threshold === 'number' ? [] : Object.keys(threshold) });
    return;
  }
  const { keywords, positiveClass, classWeights = {} } = plan;
  unknownOf({
    keywords: keywords === undefined ? [] : [keywords.class, keywords.otherwise],
    positiveClass: positiveClass === undefined ? [] : [positiveClass],
    classWeights: classWeights === 'balanced' ? [] : Object.keys(classWeights),
  });
}

function refuse(
  { name, classes }: { readonly name: string; readonly classes: readonly string[] },
  key: string,
  unknown: string,
): AnamnesisError {
  return new AnamnesisError('plan.unknown-name', {
    place: `tasks.${name}.${key}`,
    field: ['tasks', name, key],
    expected: `a class of the task: ${classes.slice(0, 20).join(', ')}`,
    found: unknown,
    remedy: 'Correct the class, as it is after "labels".',
  });
}
