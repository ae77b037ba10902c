import type { ScreeningDecision } from '#core/domain/screening-decision.ts';
import type { ScreeningRelease } from '#core/domain/screening-release.ts';
import { outcomeOf, subjectOf, type ScreenedNote } from '#core/domain/screening.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { fitsFilter } from './fits-filter.ts';
import type {
  InspectedDecision,
  InspectedNote,
  Inspection,
  InspectionFilter,
} from './inspected.ts';
import { proofOfNote, proveRelease } from './prove-release.ts';

/** Memory does not grow with the notes of a release. */
const notesAtOnce = 1_000;

/** All that is kept of a release, note by note, with the proof of each; those that fit the filter. */
export function inspectRelease(
  workspace: Workspace,
  { id: releaseId }: Pick<ScreeningRelease, 'id'>,
  filter: InspectionFilter = {},
): Inspection {
  const { screenedNotes, screenings } = workspace;
  // What is proven is what is kept, not what somebody read before.
  const release = workspace.screeningReleases.get(releaseId);
  const nameOf = createNames(workspace);
  const proof = proveRelease(workspace, release);
  const screenedFor = new Map(screenings.list(release.id).map(({ id, person }) => [id, person]));
  const decisionsOf = gatherDecisions(workspace, release.id, (decision, correctedBy) => ({
    ...{ decision, correctedBy, person: nameOf(decision.person) },
    proof: proof.decisions.get(decision.id) ?? { state: 'unrecorded', position: null, hash: null },
  }));
  const inspect = (note: ScreenedNote): InspectedNote => ({
    note,
    outcome: outcomeOf(note),
    screenedFor: nameOf(screenedFor.get(note.screeningId) ?? null),
    correctedBy: findCorrection(workspace, note),
    decisions: decisionsOf.get(note.id) ?? [],
    proof: proofOfNote(proof, note.id),
  });
  const isAsked = (note: ScreenedNote) =>
    fitsFilter({ note, decisions: decisionsOf.get(note.id) ?? [] }, filter);
  const isAll = Object.values(filter).every((value) => value === undefined);
  function* fitting(): Generator<ScreenedNote> {
    for (const note of readNotes(screenedNotes, release.id, filter)) if (isAsked(note)) yield note;
  }
  return {
    ...{ release, releasedBy: nameOf(release.person), proof },
    notes: {
      *[Symbol.iterator]() {
        for (const note of fitting()) yield inspect(note);
      },
    },
    page(offset, limit) {
      const shown: InspectedNote[] = [];
      let total = 0;
      for (const note of fitting()) {
        if (total >= offset && shown.length < limit) shown.push(inspect(note));
        total++;
        if (isAll && shown.length === limit) return { notes: shown, total: proof.notes.kept };
      }
      return { notes: shown, total };
    },
  };
}

/** Those of one patient without reading all others. */
function* readNotes(
  screenedNotes: Workspace['screenedNotes'],
  releaseId: number,
  { patient }: InspectionFilter,
): Generator<ScreenedNote> {
  if (patient !== undefined) {
    const subject = subjectOf({ patient, collectionId: 0, noteId: '' });
    yield* screenedNotes.ofSubject(releaseId, subject);
    return;
  }
  for (let after = 0; ;) {
    const page = screenedNotes.page(releaseId, after, notesAtOnce);
    yield* page;
    if (page.length < notesAtOnce) return;
    after = page[page.length - 1].id;
  }
}

function createNames({ persons }: Workspace): (id: string | null) => string | null {
  const names = new Map<string, string | null>();
  return (id) => {
    if (id === null) return null;
    const known = names.get(id);
    if (known !== undefined) return known;
    const name = persons.find(id)?.name ?? null;
    names.set(id, name);
    return name;
  };
}

/** Decisions by the numbers of the notes that they have seen, each with the one that came after it. */
function gatherDecisions(
  { screeningDecisions }: Workspace,
  releaseId: number,
  inspect: (decision: ScreeningDecision, correctedBy: number | null) => InspectedDecision,
): ReadonlyMap<number, InspectedDecision[]> {
  const next = new Map<string, number>();
  const found = new Map<number, InspectedDecision[]>();
  for (const decision of screeningDecisions.list(releaseId).reverse()) {
    const inspected = inspect(decision, next.get(decision.subject) ?? null);
    next.set(decision.subject, decision.id);
    for (const note of new Set(decision.notes)) {
      found.set(note, [inspected, ...(found.get(note) ?? [])]);
    }
  }
  return found;
}

/** A later version of the same note that the release has a word on. */
function findCorrection({ screenedNotes }: Workspace, note: ScreenedNote): number | null {
  const later = screenedNotes
    .ofSubject(note.releaseId, note.subject)
    .find(
      ({ id, noteId, version }) => id > note.id && noteId === note.noteId && version > note.version,
    );
  return later?.id ?? null;
}
