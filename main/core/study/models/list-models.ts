import type { Workspace } from '#core/storage/workspace.ts';

export interface ListedModel {
  readonly id: string;
  /** By which `findModel` finds it; null for one whose run was repeated with other settings. */
  readonly reference: string | null;
  readonly name: string;
  readonly origin: 'imported' | 'pre-trained' | 'fine-tuned' | 'superseded';
  readonly weightsBytes: number;
  readonly createdAtMs: number;
}

/** All models of a workspace, the newest first. */
export function listModels(workspace: Workspace): ListedModel[] {
  return workspace.models.list().map((model) => {
    const { id, name, createdAtMs, weightsBlobId } = model;
    const weightsBytes = workspace.blobs.get(weightsBlobId).sizeBytes;
    return { id, name, createdAtMs, weightsBytes, ...place(workspace, model) };
  });
}

function place(
  workspace: Workspace,
  model: { name: string; studyId: string | null; runId: string | null },
): Pick<ListedModel, 'reference' | 'origin'> {
  if (model.runId === null) {
    return model.studyId === null
      ? { reference: model.name, origin: 'imported' }
      : { reference: null, origin: 'superseded' };
  }
  const run = workspace.runs.get(model.runId);
  const study = workspace.studies.get(run.studyId).name;
  return run.kind === 'fine-tuning'
    ? { reference: `${study}/${run.key.slice('fine-tune/'.length)}`, origin: 'fine-tuned' }
    : { reference: `${study}/${model.name}`, origin: 'pre-trained' };
}
