import type { LostRun } from '#contract/plan.ts';
import type { WindowMessages } from '../messages/window-messages.ts';

/** One line for all folds of a model on a task: "hiv-test, adapted: folds 1, 2, 5". */
export function groupLostRuns(
  runs: readonly LostRun[],
  { common, newStudy }: Pick<WindowMessages, 'common' | 'newStudy'>,
): readonly string[] {
  const groups = Map.groupBy(runs, ({ key, task, model }) =>
    task === null ? key : JSON.stringify([task, model]),
  );
  return [...groups.values()].map((group) => {
    const [{ key, kind, task, model }] = group;
    if (task === null) return newStudy.lostStep(common.runKinds[kind], nameOfKey(key));
    const folds = group.map(({ fold }) => (fold ?? 0) + 1).toSorted((a, b) => a - b);
    return newStudy.lostFolds(task, model ?? '', folds);
  });
}

/** "words" of "vocabulary/words". */
function nameOfKey(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}
