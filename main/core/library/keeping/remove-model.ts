import { AnamnesisError } from '#core/base/error.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { isStageOfStudy } from './dependents.ts';

/**
 * Removes a model and its weights. One that a study pre-trained stays while the study's finished run
 * is built on it.
 * @throws model.in-use, also while another model descends from it; workspace.trainer-active
 */
export async function removeModel(workspace: Workspace, stored: StoredModel): Promise<void> {
  if (isStageOfStudy(stored)) {
    throw new AnamnesisError('model.in-use', {
      expected: 'a model that was imported, that a fold kept, or that is superseded',
      found: 'one that a study pre-trained',
      remedy: 'Leave it, for the study needs it, or remove the whole study (study remove).',
    });
  }
  // A trainer that has begun to work with it would miss it.
  const lock = workspace.lockForTrainer();
  try {
    workspace.models.remove(stored.id);
    await workspace.blobs.delete(stored.weightsBlobId);
  } finally {
    lock.release();
  }
}
