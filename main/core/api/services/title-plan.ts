import type { Run } from '#core/domain/run.ts';
import type { Plan } from '#core/study/plan/plan-schema.ts';
import type { readShownNames, ShownNames } from '#core/report/show-titles.ts';

/** The titles that a plan gives. */
export function listTitles({
  name,
  title,
  models,
  tasks,
}: Plan): Parameters<typeof readShownNames>[0] {
  const entries = (named: Readonly<Record<string, { readonly title?: string | undefined }>>) =>
    Object.entries(named).map(([each, plan]) => ({ name: each, title: plan.title ?? null }));
  return { study: { name, title: title ?? null }, models: entries(models), tasks: entries(tasks) };
}

/**
 * The plan with titles in the place of its identifiers, for a window that shows them. No two of
 * them are alike (`check-references.ts`), so that they are keys as good as the identifiers.
 */
export function titlePlan(plan: Plan, { model, task }: ShownNames): Plan {
  const rename = <Value>(named: Readonly<Record<string, Value>>, show: (name: string) => string) =>
    Object.fromEntries(Object.entries(named).map(([name, value]) => [show(name), value]));
  return {
    ...plan,
    models: Object.fromEntries(
      Object.entries(plan.models).map(([name, { start, ...others }]) => [
        model(name),
        {
          ...others,
          start: start.kind === 'model' ? { ...start, model: model(start.model) } : start,
        },
      ]),
    ),
    tasks: rename(plan.tasks, task),
    comparisons: plan.comparisons.map(({ model: of, against }) => ({
      model: model(of),
      against: model(against),
    })),
  };
}

export function titleRun(run: Run, { model, task }: ShownNames): Run {
  return {
    ...run,
    model: run.model === null ? null : model(run.model),
    task: run.task === null ? null : task(run.task),
  };
}
