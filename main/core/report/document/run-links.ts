import { linkTo, type Piece } from './report-document.ts';
import type { StudyResults } from '../study-results.ts';

/** Links from numbers to the row of their run in the table of runs. */
export interface RunLinks {
  /** The content as a link; as it is where the number has no run in the table. */
  link(runId: string | null, content: string): Piece;
  anchorOf(runId: string): string;
}

/** Gives the runs of a study the anchors by which the numbers of a report link to them. */
export function numberRuns({ runs }: Pick<StudyResults, 'runs'>): RunLinks {
  const places = new Map(runs.map(({ id }, index) => [id, index + 1]));
  const anchorOf = (runId: string) => `run-${places.get(runId) ?? 0}`;
  return {
    anchorOf,
    link: (runId, content) =>
      runId !== null && places.has(runId) ? linkTo(anchorOf(runId), content) : content,
  };
}
