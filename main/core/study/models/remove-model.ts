import { AnamnesisError } from '#core/base/error.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { readModelRecord } from './model-record.ts';

/**
 * Removes a model and its weights. One that a study pre-trained stays, since the study's finished run
 * is built on. @throws model.in-use, also while another model descends from it
 */
export async function removeModel(workspace: Workspace, stored: StoredModel): Promise<void> {
  if (readModelRecord(stored).origin.kind === 'pretraining') {
    throw new AnamnesisError('model.in-use', {
      expected: 'a model that was imported or that a fold kept',
      found: 'one that a study pre-trained',
      remedy: 'Leave it: the study needs it.',
    });
  }
  workspace.models.remove(stored.id);
  await workspace.blobs.delete(stored.weightsBlobId);
}
