import { sampleStudyResults } from '#core/report/sample-study-results.ts';
import type { StudyResults } from '#core/report/study-results.ts';

/** Of the reference study's size: three models, four tasks, ten folds each, every run of it. */
export function largeResults(): StudyResults {
  const sample = sampleStudyResults();
  const [notes, entities] = sample.tasks;
  const tasks = [notes, entities].flatMap((task) =>
    ['dutch', 'romanian'].map((language) => ({
      ...task,
      name: `${task.name}-${language}`,
      foldCount: 10,
    })),
  );
  const foldsOf = (name: string) => sample.measurements.filter(({ task }) => name.startsWith(task));
  const measurements = tasks.flatMap(({ name }) => {
    const found = foldsOf(name);
    const first = new Set(found.map(({ fold }) => fold)).size;
    const again = first === 10 ? [] : found.map((each) => ({ ...each, fold: each.fold + first }));
    return [...found, ...again].map((each) => ({
      ...each,
      task: name,
      runId: `${name}-${each.model}-${each.fold}`,
    }));
  });
  const pattern = sample.runs.find(({ kind }) => kind === 'fine-tuning');
  if (pattern === undefined) throw new Error('the sample has no run to copy');
  const runs = tasks.flatMap(({ name }) =>
    sample.models.flatMap(({ name: model }) =>
      Array.from({ length: 10 }, (_, fold) => ({
        ...pattern,
        id: `${name}-${model}-${fold}`,
        key: `fine-tune/${name}/${model}/fold-${fold + 1}`,
        task: name,
        model,
        fold,
      })),
    ),
  );
  const comparisons = tasks.flatMap(({ name }) =>
    sample.comparisons
      .filter(({ task }) => name.startsWith(task))
      .map((each) => ({ ...each, task: name })),
  );
  return {
    ...sample,
    tasks,
    measurements,
    comparisons,
    runs: [...sample.runs.slice(0, 3), ...runs],
  };
}
