import type { Workspace } from '#core/storage/workspace.ts';

/** What was forgotten. */
export interface ForgottenStates {
  readonly trainings: number;
  /** Of the encrypted files. */
  readonly bytes: number;
}

/**
 * Removes what is kept of the trainings of a study that are under way: they begin anew when the
 * study is run again. Finished runs keep their results.
 * @throws workspace.trainer-active while a trainer works on the workspace
 */
export async function forgetTrainingStates(
  workspace: Workspace,
  studyId: string,
): Promise<ForgottenStates> {
  const { trainingStates, blobs, audit } = workspace;
  const lock = workspace.lockForTrainer();
  try {
    let bytes = 0;
    const runIds = trainingStates.listRuns(studyId);
    for (const runId of runIds) {
      const kept = trainingStates.find(runId);
      if (kept !== undefined) bytes += blobs.get(kept.blobId).sizeBytes;
      await trainingStates.remove(runId);
    }
    const trainings = runIds.length;
    if (trainings > 0) audit.append('study.progress-forgotten', { studyId, trainings, bytes });
    return { trainings, bytes };
  } finally {
    lock.release();
  }
}
