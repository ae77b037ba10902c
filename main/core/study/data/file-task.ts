import type {
  ClassificationPlan,
  EntitiesPlan,
  MultiLabelPlan,
  SetPlan,
  TaskPlan,
} from '../plan/plan-schema.ts';

export type OfFiles<Plan extends TaskPlan> = Plan & {
  readonly data: Exclude<Plan['data'], SetPlan>;
};
/** A task that names a labelled set. */
export type SetTask = TaskPlan & { readonly data: SetPlan };
/** A task that is read from files. */
export type FileTask =
  OfFiles<ClassificationPlan> | OfFiles<MultiLabelPlan> | OfFiles<EntitiesPlan>;

/** Whether a task is read from files; else it names a labelled set. */
export function isOfFiles(plan: TaskPlan): plan is FileTask {
  return plan.data.format !== 'set';
}

export function isOfSet(plan: TaskPlan): plan is SetTask {
  return plan.data.format === 'set';
}
