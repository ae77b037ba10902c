import type { ModelSummary } from '#core/report/study-results.ts';
import { baselineDescriptions } from '../plan/baselines.ts';
import type { Plan } from '../plan/plan-schema.ts';

/** The baselines of all tasks of a plan, as tables list them behind its models. */
export function describeBaselines(plan: Plan): ModelSummary[] {
  const names = new Set(Object.values(plan.tasks).flatMap(({ baselines }) => baselines));
  return Array.from(names, (name) => ({
    name,
    isBaseline: true,
    title: null,
    lineage: [{ step: baselineDescriptions[name], runId: null }],
    parameterCount: null,
  }));
}
