import { resolve } from 'node:path';
import type { Plan } from './plan-schema.ts';

/** The same plan with absolute paths, so that it can be resumed from anywhere. */
export function resolvePaths(plan: Plan, folder: string): Plan {
  const all = (paths: readonly string[]) => paths.map((path) => resolve(folder, path));
  const mapValues = <Value>(record: Record<string, Value>, change: (value: Value) => Value) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
  return {
    ...plan,
    corpora: mapValues(plan.corpora, (corpus) =>
      'files' in corpus ? { ...corpus, files: all(corpus.files) } : corpus,
    ),
    models: mapValues(plan.models, (model) =>
      model.start.kind === 'checkpoint'
        ? { ...model, start: { ...model.start, folder: resolve(folder, model.start.folder) } }
        : model,
    ),
    tasks: mapValues(plan.tasks, (task) => {
      if (task.data.format === 'set') return task;
      const files = all(task.data.files);
      // Written out per kind: spreading a union would lose which data belongs to which kind.
      if (task.kind === 'multi-label') return { ...task, data: { ...task.data, files } };
      if (task.kind === 'classification') return { ...task, data: { ...task.data, files } };
      return task.data.format === 'brat'
        ? { ...task, data: { ...task.data, files } }
        : { ...task, data: { ...task.data, files } };
    }),
  };
}
