import type { Plan } from './plan-schema.ts';

/** Whether a model is pre-trained from weights that no other model of the plan has. */
export function hasOwnBeginning(plan: Plan, name: string): boolean {
  const { start, pretraining, extendVocabulary } = plan.models[name];
  if (pretraining === undefined || start.kind === 'scratch') return false;
  return start.kind !== 'model' || extendVocabulary !== undefined;
}
