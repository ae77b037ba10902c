import { readLocked } from '#core/collection/sets/lock-sets.ts';
import type { LockedTexts } from '#core/collection/locked-texts.ts';
import type { LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { lockedTask } from '../plan/check-references.ts';
import { lockedSetsOf } from '../plan/locked-sets.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { findVersion } from './open-set.ts';

/** The locked test sets of a plan: which versions, and what nothing of the study may meet. */
export interface StudyLock {
  readonly versions: readonly LabelledSetVersion[];
  readonly texts: LockedTexts;
}

/**
 * Reads the locked test sets that a plan names; null where it names none. A version that is left
 * out stays what the study read first. @throws record.missing
 */
export function openLock(
  workspace: Workspace,
  plan: Pick<Plan, 'lockedSet'>,
  studyId: string | null,
): StudyLock | null {
  const versions = lockedSetsOf(plan).map((named) => findVersion(workspace, named, studyId));
  return versions.length === 0 ? null : { versions, texts: readLocked(workspace, versions) };
}

/** Also where a version was left out, or the same was frozen twice. @throws plan.locked-set */
export function requireUnlocked(
  task: string,
  frozen: LabelledSetVersion,
  lock: StudyLock | null,
): void {
  if (lock === null || lock.versions.every(({ hash }) => hash !== frozen.hash)) return;
  throw lockedTask(`task ${task}`, task, { set: frozen.name, version: frozen.version });
}
