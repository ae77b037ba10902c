import type { MetPair } from '#core/domain/contamination.ts';
import type { StudyResults } from './study-results.ts';
import { writeCsv } from './write-csv.ts';

/** The pairs of all tasks that are kept, to be looked at. */
export function listMetPairs({
  tasks,
}: Pick<StudyResults, 'tasks'>): (MetPair & { readonly task: string })[] {
  return tasks.flatMap(({ name: task, contamination }) =>
    (contamination?.pairs ?? []).map((pair) => ({ ...pair, task })),
  );
}

/**
 * `contamination.csv`: which examples resemble one that is learned from while they are tested, or lie
 * in a corpus, by ids and lines; no text of notes.
 */
export function writeContaminationCsv(results: Pick<StudyResults, 'tasks'>): string {
  return writeCsv([
    ['task', 'example', 'met_in', 'met_at', 'jaccard', 'containment'],
    ...listMetPairs(results).map(({ task, first, second, jaccard, containment }) => [
      task,
      first.place,
      second.source,
      second.place,
      jaccard,
      containment,
    ]),
  ]);
}
