import { isAnamnesisError, type AnamnesisError } from '#core/base/error.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { storedFailure } from './explain-failure.ts';

/**
 * For a host whose trainer ended without a word: keeps the reason with the study and with the
 * run that it left running, both of which failed. Does nothing where the trainer had ended the study itself, or where
 * another trainer works on the workspace by now: that one has put things in order.
 */
export function recordCrash(workspace: Workspace, studyId: string, error: AnamnesisError): void {
  const { state } = workspace.studies.get(studyId);
  if (state === 'finished' || state === 'failed') return;
  try {
    const lock = workspace.lockForTrainer();
    try {
      workspace.transaction(() => {
        // Not even begun: the process could not start, or ended before it opened the workspace.
        if (state === 'stopped') workspace.studies.setState(studyId, 'queued');
        if (state === 'stopped' || state === 'queued') {
          workspace.studies.setState(studyId, 'running');
        }
        for (const { id, state: left } of workspace.runs.listByStudy(studyId)) {
          if (left !== 'running' && left !== 'stopping') continue;
          const reason = { errorCode: error.code, errorMessage: error.message };
          workspace.runs.setState(id, 'failed', reason);
        }
        workspace.studies.fail(studyId, storedFailure(error));
        workspace.runs.recoverInterrupted(lock);
      });
    } finally {
      lock.release();
    }
  } catch (refusal) {
    if (!isAnamnesisError(refusal, 'workspace.trainer-active')) throw refusal;
  }
}
