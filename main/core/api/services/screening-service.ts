import { AnamnesisError } from '#core/base/error.ts';
import { outcomeOf, type ScreenedNote } from '#core/domain/screening.ts';
import { standingOf, type ScreeningRelease } from '#core/domain/screening-release.ts';
import type { WorklistEntry } from '#core/domain/screening-worklist.ts';
import { inspectRelease } from '#core/screening/inspection/inspect-release.ts';
import { createTermMarker } from '#core/screening/worklist/mark-terms.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import type { ScreenedPatientView, ScreeningReleaseView } from '../contract/screening.ts';
import type { ScreeningService } from '../screening-port.ts';
import { viewThreshold } from './view-threshold.ts';
import { filterOf, viewInspection } from './view-inspection.ts';

export interface ScreeningServiceOptions {
  readonly workspace: Workspace;
  /** Indicator terms of a language, ISO 639-1; none where none are known. */
  readonly termsOf: (language: string) => readonly string[];
}

/** Longer notes are shown by their beginning; all of them stand on the page of the document. */
const shownCharacters = 60_000;

export function createScreeningService({
  workspace,
  termsOf,
}: ScreeningServiceOptions): ScreeningService {
  const { screeningReleases, screeningWorklists, screenedNotes, screeningDecisions } = workspace;
  const markTerms = createTermMarker(termsOf);
  const nameOf = (id: string | null) =>
    id === null ? null : (workspace.persons.find(id)?.name ?? null);
  const viewRelease = (release: ScreeningRelease): ScreeningReleaseView => {
    const { id, name, content, person, releasedAtMs, untilMs } = release;
    const { model, label, intendedUse, population, trialReasons, rule } = content;
    return {
      ...{ id, name, model: model.name, label, intendedUse, population, trialReasons },
      standing: standingOf(release, workspace.nowMs()),
      ...{ releasedBy: nameOf(person), releasedAtMs, untilMs },
      threshold: viewThreshold(rule),
    };
  };
  const viewNote = (note: ScreenedNote, languages: readonly string[]) => {
    const { id, noteId, version, date, probability, predictionSet, doubts, number } = note;
    const outcome = outcomeOf(note);
    const of = { id, noteId, version, date, outcome, probability, predictionSet, doubts };
    if (number === null) return { ...of, document: null };
    const { collectionId, language, text: whole } = workspace.documents.get(number);
    const text = whole.slice(0, shownCharacters);
    return {
      ...of,
      document: {
        ...{ number, collectionId, language, text, isWhole: text.length === whole.length },
        terms: markTerms(text, language ?? languages.at(0) ?? ''),
      },
    };
  };

  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    releases: async () => screeningReleases.list().map(viewRelease),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    worklist: async (question) => {
      const release = screeningReleases.get(question.releaseId);
      const page = screeningWorklists.page({ ...question, restingSinceMs: null });
      return { ...page, release: viewRelease(release), entries: page.entries.map(viewEntry) };
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    inspect: async (asked) => {
      const release = screeningReleases.get(asked.releaseId);
      const inspection = inspectRelease(workspace, release, filterOf(asked));
      return { ...viewInspection(inspection, asked), release: viewRelease(release) };
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    patient: async ({ releaseId, subject }): Promise<ScreenedPatientView> => {
      const { content } = screeningReleases.get(releaseId);
      const entry =
        screeningWorklists.find({ releaseId, restingSinceMs: null }, subject) ?? refuse();
      return {
        entry: viewEntry(entry),
        notes: screenedNotes
          .ofSubject(releaseId, subject)
          .sort((a, b) => (b.probability ?? -1) - (a.probability ?? -1) || b.id - a.id)
          .map((note) => viewNote(note, content.text.languages)),
        decisions: screeningDecisions
          .list(releaseId, subject)
          .map(({ id, kind, reason, remark, person, atMs }) => ({
            ...{ id, kind, reason, remark, atMs },
            person: nameOf(person),
          })),
      };
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    decide: async ({ releaseId, subject, kind, reason, remark }) => {
      const notes = screenedNotes.ofSubject(releaseId, subject);
      const patient = notes.at(0)?.patient;
      if (patient === undefined) refuse();
      screeningDecisions.append({
        ...{ releaseId, subject, patient, kind, reason, remark },
        notes: notes.map(({ id }) => id),
      });
    },
  };
}

function viewEntry({ decision, ...entry }: WorklistEntry) {
  return { ...entry, decision: decision?.kind ?? null };
}

function refuse(): never {
  throw new AnamnesisError('record.missing', {
    expected: say('screening', 'screenedPatient'),
    found: say('screening', 'noneScreened'),
    remedy: say('screening', 'lookAtList'),
  });
}
