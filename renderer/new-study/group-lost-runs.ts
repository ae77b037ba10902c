import type { LostRun } from '#contract/plan.ts';
import { kindNames } from '../format/names.ts';

/** One line for all folds of a model on a task: "hiv-test, adapted: folds 1, 2, 5". */
export function groupLostRuns(runs: readonly LostRun[]): readonly string[] {
  const groups = Map.groupBy(runs, ({ key, task, model }) =>
    task === null ? key : JSON.stringify([task, model]),
  );
  return [...groups.values()].map((group) => {
    const [{ key, kind, task, model }] = group;
    if (task === null) return `${kindNames[kind]} ${nameOfKey(key)}`;
    const folds = group.map(({ fold }) => (fold ?? 0) + 1).toSorted((a, b) => a - b);
    return `${task}, ${model ?? ''}: ${folds.length === 1 ? 'fold' : 'folds'} ${folds.join(', ')}`;
  });
}

/** "words" of "vocabulary/words". */
function nameOfKey(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}
