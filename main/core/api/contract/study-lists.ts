import type { StudyView } from './study.ts';

/** What may be told of by its items, and what tells one of them from another. */
interface KeyOf {
  readonly runs: (item: StudyView['runs'][number]) => string;
  readonly models: (item: StudyView['models'][number]) => string;
  readonly tasks: (item: StudyView['tasks'][number]) => string;
  readonly metrics: (item: StudyView['metrics'][number]) => string;
  readonly means: (item: StudyView['means'][number]) => string;
  readonly comparisons: (item: StudyView['comparisons'][number]) => string;
}

/**
 * The lists that grow with the runs of a study. Items of one run, or one model of one task, are told
 * of together: `group` names them, and each is sent whole where any of them changed.
 */
export const keyOf: KeyOf = {
  runs: ({ id }) => id,
  models: ({ name }) => name,
  tasks: ({ name }) => name,
  metrics: ({ runId }) => runId,
  means: ({ task, model }) => JSON.stringify([task, model]),
  comparisons: ({ task, metric, baseline, candidate }) =>
    JSON.stringify([task, metric, baseline, candidate]),
};

export type ListName = keyof KeyOf;

/** The lists of which several items have one key. */
export const groupedLists: ReadonlySet<string> = new Set<ListName>(['metrics', 'means']);
