import type { Workspace } from '#core/storage/workspace.ts';

/** That a study read the data of one of its corpora or tasks, or found where one of its models starts. */
interface Reading {
  readonly studyId: string;
  readonly of: 'corpus' | 'task' | 'model';
  readonly name: string;
  /** Of the files and of how they are read; of a model, the id of the stored one it starts from. */
  readonly hash: string;
}

/** Keeps a reading in the audit log, unless it is the same as the last time. */
export function recordReading(workspace: Workspace, { studyId, of, name, hash }: Reading): void {
  if (findReading(workspace, { studyId, of, name }) === hash) return;
  workspace.audit.append('study.data-read', { studyId, of, name, hash });
}

/**
 * The hash of what a study read last under a name; other studies of the workspace may have other
 * data under the same. Undefined when it read nothing yet.
 */
export function findReading(
  workspace: Workspace,
  { studyId, of, name }: Omit<Reading, 'hash'>,
): string | undefined {
  const last = workspace.audit
    .entriesOf(['study.data-read'])
    .findLast(
      ({ detail }) => detail.studyId === studyId && detail.of === of && detail.name === name,
    );
  return last === undefined ? undefined : String(last.detail.hash);
}
