import type { DecisionKind, DisagreementReason } from '#core/domain/screening-decision.ts';
import type { ReleaseContent } from '#core/domain/screening-release.ts';
import { noScreeningCounts, type NewScreenedNote } from '#core/domain/screening.ts';
import { actAs } from '#core/storage/acting-person.ts';
import {
  putDocuments,
  releaseContent,
  screenedNote,
} from '#core/storage/testing/screened-documents.ts';
import { cheapScrypt, newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { screeningRule } from './released-model.ts';

export const firstMs = Date.UTC(2026, 11, 1, 8);

export const noteTexts = [
  'Geheime zin over seksueel risico.',
  'Geheime zin, tweede notitie.',
  'Geheime zin 3',
  'Geheime zin 4',
  'Geheime zin 5',
  'Geheime zin 6',
];

/**
 * A release that has said something of notes, two persons with names, and what they decided: patients
 * 11 (agreed), 12 (disagreed), 13 (nobody yet, cannot be told), 14 (not judged), none (an alert).
 */
export async function screenedWorld(changes: Partial<ReleaseContent> = {}, texts = noteTexts) {
  const clock = { nowMs: firstMs };
  const workspace = newWorkspace({ scrypt: cheapScrypt, nowMs: () => clock.nowMs });
  const person = {
    name: 'Ben',
    role: 'reviewer',
    passphrase: 'ben’s own',
    firstName: 'Ana',
  } as const;
  const ben = await workspace.people.add(person);
  const ana = workspace.persons.first().id;
  const content = { ...releaseContent, rule: screeningRule, ...changes };
  const release = actAs(ana, () =>
    workspace.screeningReleases.put({
      ...{ name: 'hiv-offer', content, untilMs: firstMs + 86_400_000 },
    }),
  );
  const { numbers, collectionId } = putDocuments(workspace, texts);
  const screening = actAs(ana, () =>
    workspace.screenings.begin({ releaseId: release.id, source: null }),
  );
  const notes: readonly Partial<NewScreenedNote>[] = [
    { patient: '11', noteId: '501', probability: 0.91 },
    { patient: '11', noteId: '502', probability: 0.05, isAlert: false, predictionSet: ['no'] },
    { patient: '12', noteId: '503', probability: 0.6 },
    {
      patient: '13',
      noteId: '504',
      probability: 0.2,
      isAlert: false,
      predictionSet: ['no', 'yes'],
    },
    {
      ...{ patient: '14', noteId: '505', probability: null, score: null, isAlert: null },
      ...{ predictionSet: null, threshold: null, doubts: [{ kind: 'empty' }] },
    },
    { patient: null, noteId: '506', probability: 0.5 },
  ];
  const kept = notes.map((note, index) =>
    screenedNote({
      ...{ number: numbers[index], threshold: 0.4, doubts: [], ...note },
      subject: note.patient === null ? `note ${collectionId} 506` : `patient ${note.patient}`,
    }),
  );
  actAs(ana, () => {
    workspace.screenings.keep(screening.id, { notes: kept.slice(0, 3), counts: noScreeningCounts });
    workspace.screenings.keep(screening.id, { notes: kept.slice(3), counts: noScreeningCounts });
    workspace.screenings.end(screening.id, { state: 'finished', counts: noScreeningCounts });
  });
  const world = { workspace, release, clock, ana, ben: ben.id, numbers, collectionId };
  decide(world, { by: ben.id, patient: '11', kind: 'agree', remark: 'Geheime opmerking' });
  decide(world, { by: ana, patient: '12', kind: 'disagree', reason: 'past' });
  return world;
}

/** Somebody decides on all notes of a patient, an hour after what was before. */
export function decide(
  world: {
    readonly workspace: Workspace;
    readonly release: { readonly id: number };
    readonly clock: { nowMs: number };
  },
  decision: {
    readonly by: string | null;
    readonly patient: string;
    readonly kind: DecisionKind;
    readonly reason?: DisagreementReason;
    readonly remark?: string;
  },
): void {
  const { workspace, release, clock } = world;
  const { by, patient, kind, reason = null, remark = '' } = decision;
  clock.nowMs += 3_600_000;
  const subject = `patient ${patient}`;
  const notes = workspace.screenedNotes.ofSubject(release.id, subject).map(({ id }) => id);
  actAs(by, () =>
    workspace.screeningDecisions.append({
      ...{ releaseId: release.id, subject, patient, notes, kind, reason, remark },
    }),
  );
}
