import type { Run, RunKind } from '#core/domain/run.ts';
import type { Workspace } from './workspace.ts';
import type { RunSummaries } from '#core/domain/run-summaries.ts';

/** Runs whose summary tells of their training. */
const trainings: ReadonlySet<RunKind> = new Set([
  'pretraining',
  'fine-tuning',
  'final',
  'transfer',
  'few-shot',
]);

/**
 * How long a run that has ended was at work: pauses between a stop and the resume do not count. Null
 * for one that has not ended.
 */
export function durationOf(workspace: Workspace, run: Run): number | null {
  const { startedAtMs, finishedAtMs, state, kind } = run;
  if (startedAtMs === null || finishedAtMs === null) return null;
  // Since it was last begun or gone on with.
  const lastPartMs = finishedAtMs - startedAtMs;
  if (state !== 'finished' || !trainings.has(kind)) return lastPartMs;
  // Of another version it may say less: that must not hide all studies from their list.
  const summary = workspace.runs.summaryOf(run.id) as Partial<
    RunSummaries['pretraining' | 'fine-tuning']
  > | null;
  // A training that went on from a state that was kept counts all its parts.
  return Math.max(lastPartMs, summary?.training?.elapsedMs ?? 0);
}
