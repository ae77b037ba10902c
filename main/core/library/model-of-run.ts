import type { ModelSummary, StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { readModelRecord, type SetAsidePoint } from './model-record.ts';

/** Which state of its training a model is; null for the one with which its study goes on. */
export function pointOf(model: Pick<ModelSummary, 'configuration'>): SetAsidePoint | null {
  const { origin } = readModelRecord(model);
  return (origin.kind === 'pretraining' ? origin.setAside : undefined) ?? null;
}

/**
 * The newest model that a run made: the one with which its study goes on, or a state of its training
 * that was kept beside it, never one for the other.
 */
export function findOfRun(
  workspace: Workspace,
  runId: string,
  point: SetAsidePoint | null = null,
): StoredModel | undefined {
  const found = workspace.models.listByRun(runId).find((model) => pointOf(model) === point);
  return found === undefined ? undefined : workspace.models.get(found.id);
}
