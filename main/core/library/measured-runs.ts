import type { Run } from '#core/domain/run.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { readSummary } from '#core/storage/run-summaries.ts';

/**
 * The finished runs in which a model was measured: that which made it, for one that was fine-tuned;
 * the folds of the same model and task, for one that was fine-tuned on all of it; those of the target,
 * for one that learned the source of a transfer;
 * for any other those that were fine-tuned from it, in all studies.
 */
export function listMeasuredRuns(
  workspace: Workspace,
  stored: Pick<StoredModel, 'id' | 'name' | 'runId'>,
): Run[] {
  const maker = stored.runId === null ? null : workspace.runs.get(stored.runId);
  if (maker?.kind === 'fine-tuning') return [maker];
  if (maker?.kind === 'final') return listFolds(workspace, maker, 'fine-tuning');
  if (maker?.kind === 'transfer') return listFolds(workspace, maker, 'zero-shot');
  return workspace.studies
    .list()
    .flatMap(({ id }) => workspace.runs.listByStudy(id))
    .filter((run) => startsFrom(workspace, run, { stored, maker }));
}

function listFolds(workspace: Workspace, { studyId, task, model }: Run, kind: Run['kind']): Run[] {
  return workspace.runs
    .listByStudy(studyId)
    .filter(
      (run) =>
        run.kind === kind && run.state === 'finished' && run.task === task && run.model === model,
    );
}

function startsFrom(
  workspace: Workspace,
  run: Run,
  { stored, maker }: { stored: Pick<StoredModel, 'id' | 'name'>; maker: Run | null },
): boolean {
  const summary = readSummary(workspace, run, 'fine-tuning');
  if (summary === null) return false;
  if (summary.startModelId !== undefined) return summary.startModelId === stored.id;
  // Runs of the first versions did not write it down: there, the name in the study's plan decides.
  return run.studyId === maker?.studyId && run.model === stored.name;
}
