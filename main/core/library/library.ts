import type { ModelSummary } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { readModelRecord, type ModelOrigin, type ModelRecord } from './model-record.ts';

/** A model that belongs to no study. */
export interface LibraryModel {
  readonly stored: ModelSummary;
  readonly record: ModelRecord;
}

const libraryOrigins: readonly ModelOrigin['kind'][] = ['checkpoint', 'vocabulary-extension'];

/** The models that were imported, or extended on command, the newest first. */
export function listLibrary(workspace: Workspace): LibraryModel[] {
  return workspace.models
    .list()
    .filter(({ studyId, runId }) => studyId === null && runId === null)
    .map((stored) => ({ stored, record: readModelRecord(stored) }))
    .filter(({ record: { origin } }) => libraryOrigins.includes(origin.kind));
}
