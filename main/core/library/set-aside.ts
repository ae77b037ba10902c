import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { readModelRecord, type SetAsidePoint } from './model-record.ts';

/** The newest state of a run's training that was kept beside the one its study goes on with. */
export function findSetAside(
  workspace: Workspace,
  runId: string,
  point: SetAsidePoint,
): StoredModel | undefined {
  const found = workspace.models.list().find((model) => {
    const { origin } = readModelRecord(model);
    return model.runId === runId && origin.kind === 'pretraining' && origin.setAside === point;
  });
  return found === undefined ? undefined : workspace.models.get(found.id);
}
