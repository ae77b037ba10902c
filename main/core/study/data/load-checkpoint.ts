import type { Workspace } from '#core/storage/workspace.ts';
import { findModel } from '#core/library/find-model.ts';
import { importModel } from '#core/library/import-model.ts';
import { readModelRecord } from '#core/library/model-record.ts';
import type { Plan } from '../plan/plan-schema.ts';
import type { PreparedCheckpoint } from './prepared-data.ts';

type Start = Plan['models'][string]['start'];

/**
 * Brings a checkpoint folder of a plan into the library of the workspace, unless it is there.
 * @throws what `importModel` throws
 */
export async function loadCheckpoint(
  workspace: Workspace,
  { folder }: Extract<Start, { kind: 'checkpoint' }>,
): Promise<PreparedCheckpoint> {
  const imported = await importModel(workspace, folder, { whenTaken: 'number' });
  return { ...describe(workspace, imported.stored), warnings: imported.warnings };
}

/** Finds a model that the workspace has. @throws model.unknown, model.not-kept */
export function findLibraryModel(
  workspace: Workspace,
  { model }: Extract<Start, { kind: 'library' }>,
): PreparedCheckpoint {
  return describe(workspace, findModel(workspace, model));
}

/** Equal hash, equal start: of the imported folder, or of the weights that were trained here. */
function describe(workspace: Workspace, stored: PreparedCheckpoint['stored']): PreparedCheckpoint {
  const { origin } = readModelRecord(stored);
  const hash =
    origin.kind === 'checkpoint'
      ? origin.sourceHash
      : workspace.blobs.get(stored.weightsBlobId).sha256;
  return { hash, warnings: [], stored };
}
