import type { Run, RunKind } from '#core/domain/run.ts';
import type { RunSummaries } from '#core/domain/run-summaries.ts';
import type { Workspace } from './workspace.ts';

/** The summary of a finished run; null before. */
export function readSummary<Kind extends RunKind>(
  workspace: Workspace,
  run: Run,
  kind: Kind,
): RunSummaries[Kind] | null {
  if (run.kind !== kind || run.state !== 'finished') return null;
  return workspace.runs.summaryOf(run.id) as RunSummaries[Kind];
}
