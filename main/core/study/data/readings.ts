import type { Workspace } from '#core/storage/workspace.ts';

/**
 * That a study read the data of one of its corpora, tasks or locked test sets, or found where one of
 * its models starts.
 */
interface Reading {
  readonly studyId: string;
  readonly of: 'corpus' | 'task' | 'model' | 'locked-set';
  readonly name: string;
  /** Of the files and of how they are read; of a model, the id of the stored one it starts from. */
  readonly hash: string;
  /** Of a task that is read from a frozen set, and of a locked one: which version that is. */
  readonly version?: SetVersion;
}

/** A version of a labelled set, by what identifies it. */
export interface SetVersion {
  readonly set: string;
  readonly version: number;
  readonly setHash: string;
}

/** Keeps a reading in the audit log, unless it is the same as the last time. */
export function recordReading(workspace: Workspace, reading: Reading): void {
  const { version, ...read } = reading;
  const isSameSet = version === undefined || isLast(findSetVersion(workspace, read), version);
  if (isSameSet && findReading(workspace, read) === read.hash) return;
  workspace.audit.append('study.data-read', { ...read, ...version });
}

function isLast(last: SetVersion | null, { set, version }: SetVersion): boolean {
  return last?.set === set && last.version === version;
}

/** The versions of labelled sets that a study read, the first first; of one use, or of any. */
export function readSetVersions(
  workspace: Workspace,
  studyId: string,
  of?: Reading['of'],
): SetVersion[] {
  return workspace.audit
    .entriesOf(['study.data-read'])
    .filter(({ detail }) => detail.studyId === studyId && (of ?? detail.of) === detail.of)
    .flatMap(({ detail }) => toSetVersion(detail) ?? []);
}

/** Which version it was that a study read last as data with this hash; null for files. */
export function findSetVersion(
  workspace: Workspace,
  { studyId, of, name, hash }: Omit<Reading, 'version'>,
): SetVersion | null {
  const last = workspace.audit
    .entriesOf(['study.data-read'])
    .findLast(
      ({ detail }) =>
        detail.studyId === studyId &&
        detail.of === of &&
        detail.name === name &&
        detail.hash === hash,
    );
  return last === undefined ? null : toSetVersion(last.detail);
}

function toSetVersion(detail: Readonly<Record<string, unknown>>): SetVersion | null {
  const { set, version, setHash } = detail;
  if (typeof set !== 'string') return null;
  return { set, version: Number(version), setHash: String(setHash) };
}

/**
 * The hash of what a study read last under a name; other studies of the workspace may have other
 * data under the same. Undefined when it read nothing yet.
 */
export function findReading(
  workspace: Workspace,
  { studyId, of, name }: Omit<Reading, 'hash' | 'version'>,
): string | undefined {
  const last = workspace.audit
    .entriesOf(['study.data-read'])
    .findLast(
      ({ detail }) => detail.studyId === studyId && detail.of === of && detail.name === name,
    );
  return last === undefined ? undefined : String(last.detail.hash);
}
