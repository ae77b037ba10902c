import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { readModelRecord, type ModelRecord } from './model-record.ts';

/** A model that came from outside and belongs to no study. */
export interface LibraryModel {
  readonly stored: StoredModel;
  readonly record: ModelRecord;
}

/** The models that were imported, the newest first. */
export function listLibrary(workspace: Workspace): LibraryModel[] {
  return workspace.models
    .list()
    .filter(({ studyId, runId }) => studyId === null && runId === null)
    .map(({ id }) => {
      const stored = workspace.models.get(id);
      return { stored, record: readModelRecord(stored) };
    })
    .filter(({ record }) => record.origin.kind === 'checkpoint');
}
