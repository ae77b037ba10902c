import { hashJson } from '#core/storage/hash-json.ts';
import type { LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { LockedTexts } from '../locked-texts.ts';
import { readSet } from './read-set.ts';

/** The documents of versions that are locked together, read once; in their order or another. */
export function readLocked(
  workspace: Workspace,
  versions: readonly LabelledSetVersion[],
): LockedTexts {
  const hashes = versions.map(({ hash }) => hash).sort();
  function* documents() {
    for (const version of versions) yield* readSet(workspace, version);
  }
  return new LockedTexts(hashJson({ locked: 1, hashes }), documents());
}

/** Keeps in the audit log that a version is locked; once for the same content. */
export function recordLocked(workspace: Workspace, frozen: LabelledSetVersion): void {
  if (isLocked(workspace, frozen)) return;
  const { setId, version, hash, documentCount } = frozen;
  workspace.audit.append('set.locked', { setId, version, hash, documentCount });
}

/** Whether a version, or one of the same content, was ever locked: that is not taken back. */
export function isLocked(
  workspace: Workspace,
  { hash }: Pick<LabelledSetVersion, 'hash'>,
): boolean {
  return workspace.audit.entriesOf(['set.locked']).some(({ detail }) => detail.hash === hash);
}

/** Keeps in the audit log for what a locked version was opened; once for the same use. */
export function recordOpened(
  workspace: Workspace,
  { setId, version, hash }: LabelledSetVersion,
  use: { readonly studyId: string; readonly task: string },
): void {
  const opened = { setId, version, hash, ...use };
  const isKnown = workspace.audit
    .entriesOf(['set.opened'])
    .some(
      ({ detail }) =>
        detail.hash === hash && detail.studyId === use.studyId && detail.task === use.task,
    );
  if (!isKnown) workspace.audit.append('set.opened', opened);
}
