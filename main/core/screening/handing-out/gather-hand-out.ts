import { programVersion } from '#core/base/program-version.ts';
import { standingOf, type ScreeningRelease } from '#core/domain/screening-release.ts';
import type { WorklistEntry, WorklistFilter } from '#core/domain/screening-worklist.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { HandedDecision, HandedPatient, HandOut } from './hand-out.ts';

/** The patients whom one of the filters lists, each once, with all that was said and decided of them. */
export function gatherHandOut(
  workspace: Workspace,
  release: ScreeningRelease,
  filters: readonly WorklistFilter[],
): HandOut {
  const atMs = workspace.nowMs();
  const entries = listEntries(workspace, release.id, filters);
  const isUnnamed = ({ decision }: WorklistEntry) =>
    decision !== null && nameOf(workspace, decision.person) === null;
  return {
    ...{ release, standing: standingOf(release, atMs), atMs, programVersion },
    patientCount: entries.length,
    unnamedCount: entries.filter(isUnnamed).length,
    patients: {
      *[Symbol.iterator]() {
        for (const entry of entries) yield gatherPatient(workspace, release.id, entry);
      },
    },
  };
}

function listEntries(
  { screeningWorklists }: Workspace,
  releaseId: number,
  filters: readonly WorklistFilter[],
): WorklistEntry[] {
  const found = new Map<string, WorklistEntry>();
  for (const filter of filters) {
    const { entries } = screeningWorklists.page({
      ...{ releaseId, filter, restingSinceMs: null, offset: 0 },
      limit: Number.MAX_SAFE_INTEGER,
    });
    for (const entry of entries) found.set(entry.subject, entry);
  }
  return [...found.values()].sort((a, b) => (b.probability ?? -1) - (a.probability ?? -1));
}

function nameOf({ persons }: Workspace, id: string | null): HandedDecision['person'] {
  const name = id === null ? null : (persons.find(id)?.name ?? null);
  return id === null || name === null ? null : { id, name };
}

function gatherPatient(
  workspace: Workspace,
  releaseId: number,
  entry: WorklistEntry,
): HandedPatient {
  const { screenedNotes, screeningDecisions } = workspace;
  const decisions = screeningDecisions
    .list(releaseId, entry.subject)
    .map(({ id, kind, reason, atMs, notes, person }): HandedDecision => {
      return { id, kind, reason, atMs, notes, person: nameOf(workspace, person) };
    });
  const notes = screenedNotes
    .ofSubject(releaseId, entry.subject)
    .sort((a, b) => (b.probability ?? -1) - (a.probability ?? -1) || a.id - b.id);
  return { entry, notes, decision: decisions.at(-1) ?? null, decisions };
}
