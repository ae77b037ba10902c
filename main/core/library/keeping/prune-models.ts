import type { Workspace } from '#core/storage/workspace.ts';
import type { StudyStarts } from './study-starts.ts';
import { planPruning } from './plan-pruning.ts';

/** What a pruning removed. */
export interface PruningResult {
  readonly models: number;
  /** Encrypted files: weights, and files that nothing referred to. */
  readonly files: number;
  readonly filesBytes: number;
  /** What the database gave back to the disk, and what it holds for the next entries. */
  readonly databaseFreedBytes: number;
  readonly databaseReusableBytes: number;
}

/**
 * Removes superseded models, and files that nothing refers to, and gives their room back to the disk.
 * With `shown`, only models among these: what became superseded since the user looked stays. Entries
 * go in one transaction with the word of the audit log; files that a kill left are taken by the next
 * pruning.
 * @throws workspace.trainer-active while a trainer works on the workspace
 */
export async function pruneModels(
  workspace: Workspace,
  starts: StudyStarts,
  { shown }: { readonly shown?: ReadonlySet<string> } = {},
): Promise<PruningResult> {
  const lock = workspace.lockForTrainer();
  try {
    const unused = workspace.transaction(() => removeEntries(workspace, starts, shown));
    for (const { id } of unused.blobs) await workspace.blobs.delete(id);
    const { freedBytes, reusableBytes } = workspace.compact();
    return {
      models: unused.models,
      files: unused.blobs.length,
      filesBytes: unused.bytes,
      databaseFreedBytes: freedBytes,
      databaseReusableBytes: reusableBytes,
    };
  } finally {
    lock.release();
  }
}

function removeEntries(
  workspace: Workspace,
  starts: StudyStarts,
  shown: ReadonlySet<string> | undefined,
) {
  const superseded = planPruning(workspace, starts).models;
  const chosen = superseded.filter(({ id }) => shown?.has(id) ?? true);
  let models = 0;
  for (const { id } of chosen) {
    // One that was made from it and was not shown keeps it.
    if (workspace.models.list().some(({ parentModelId }) => parentModelId === id)) continue;
    workspace.models.remove(id);
    models++;
  }
  const blobs = workspace.blobs.listUnused();
  const bytes = blobs.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (models + blobs.length > 0) {
    workspace.audit.append('models.pruned', { models, files: blobs.length, bytes });
  }
  return { models, blobs, bytes };
}
