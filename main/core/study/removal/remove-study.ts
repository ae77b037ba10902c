import type { Study } from '#core/domain/run.ts';
import type { CompactedDatabase } from '#core/storage/compact.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { planStudyRemoval, type StudyRemoval } from './plan-study-removal.ts';
import { deleteData } from './remove-data.ts';

/** What went, and what became of the room that the database had for it. */
export interface RemovedStudy {
  readonly removal: StudyRemoval;
  readonly compacted: CompactedDatabase;
}

/**
 * Removes a study with its runs, results, models and states, the texts that only it has read, and
 * all files that nothing refers to; then gives their room back to the disk. Entries go in one
 * transaction. A kill after it leaves files that the next pruning takes, or texts that no study
 * reads any more.
 * @throws study.in-use, workspace.trainer-active while a trainer works on the workspace
 */
export async function removeStudy(workspace: Workspace, study: Study): Promise<RemovedStudy> {
  const lock = workspace.lockForTrainer();
  try {
    const removal = workspace.transaction(() => {
      const planned = planStudyRemoval(workspace, study);
      removeModels(workspace, new Set(planned.models.map(({ id }) => id)));
      workspace.studies.remove(study.id);
      return planned;
    });
    for (const data of removal.data) deleteData(workspace, data);
    for (const { id } of workspace.blobs.listUnused()) await workspace.blobs.delete(id);
    return { removal, compacted: workspace.compact() };
  } finally {
    lock.release();
  }
}

/** Each after those that were made from it: their times do not tell, for clocks are set back. */
function removeModels(workspace: Workspace, ids: Set<string>): void {
  const models = workspace.models.list();
  const remove = (id: string) => {
    if (!ids.delete(id)) return;
    for (const child of models) if (child.parentModelId === id) remove(child.id);
    workspace.models.remove(id);
  };
  for (const { id } of models) remove(id);
}
