import { readSet } from '#core/collection/sets/read-set.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { requireUnlocked, type StudyLock } from '../data/open-lock.ts';
import { describeOpened, findVersion, openSet } from '../data/open-set.ts';
import type { SetTask } from '../data/file-task.ts';
import { judgeTask, type TaskLook } from './look-at-task.ts';

/**
 * Reads the version of a labelled set that a task names, whole, and divides it into folds as the
 * study would do it. @throws record.missing, dataset.empty, plan.locked-set
 */
export function lookAtSet(
  name: string,
  { plan, seed }: { readonly plan: SetTask; readonly seed: number },
  {
    workspace,
    studyId,
    lock,
  }: {
    readonly workspace: Workspace;
    readonly studyId: string | null;
    readonly lock: StudyLock | null;
  },
): TaskLook {
  const frozen = findVersion(workspace, plan.data, studyId);
  requireUnlocked(name, frozen, lock);
  const source = openSet(workspace, plan, { frozen, locked: lock?.texts ?? null });
  const look = judgeTask(name, { plan, seed }, { source, seenShare: 1, isIgnored: () => false });
  let sizeBytes = 0;
  for (const { text } of readSet(workspace, frozen)) sizeBytes += Buffer.byteLength(text);
  const { version, hash: setHash } = frozen;
  const opened = describeOpened(workspace, { set: frozen.name, version, setHash });
  return {
    ...look,
    warnings: opened === null ? look.warnings : [opened, ...look.warnings],
    outlook: { ...look.outlook, format: 'set', fileCount: frozen.documentCount, sizeBytes },
  };
}
