import type { RunSummary, StudyResults } from '#core/report/study-results.ts';

/** Only what was run is told, never what a plan has yet to run. */
export function listFinishedRuns({ runs }: StudyResults): RunSummary[] {
  return runs.filter(({ state }) => state === 'finished');
}
