import type { StudyView, TaskView } from '#contract/study.ts';

/** The models and baselines that have figures of a task, in the order of the plan. */
export function listModels(view: Pick<StudyView, 'models' | 'metrics'>, task: TaskView): string[] {
  const measured = new Set(
    view.metrics.filter((metric) => metric.task === task.name).map(({ model }) => model),
  );
  return [...view.models.map(({ name }) => name), ...task.baselines].filter((name) =>
    measured.has(name),
  );
}
