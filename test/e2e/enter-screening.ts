import { noScreeningCounts } from '#core/domain/screening.ts';
import {
  putDocuments,
  releaseContent,
  screenedNote,
} from '#core/storage/testing/screened-documents.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';

/** A note that nobody scored: what a release is made to say of it. */
export interface EnteredNote {
  readonly text: string;
  readonly patient: string | null;
  /** Null: it was not judged. */
  readonly probability: number | null;
}

/** Enters a release, for trial, with what it says of notes; returns its number. */
export function enterScreening(
  workspace: Workspace,
  {
    name,
    collection,
    notes,
  }: { readonly name: string; readonly collection: string; readonly notes: readonly EnteredNote[] },
): number {
  const { screeningReleases, screenings } = workspace;
  const { id: releaseId } = screeningReleases.put({
    name,
    untilMs: Date.now() + 400 * 86_400_000,
    content: {
      ...releaseContent,
      text: { ...releaseContent.text, languages: ['nl'] },
      trialReasons: [say('screening', 'noLastTest')],
    },
  });
  const { id } = screenings.begin({ releaseId, source: { collection } });
  const { numbers } = putDocuments(
    workspace,
    notes.map(({ text }) => text),
    collection,
  );
  const screened = notes.map(({ patient, probability }, at) =>
    screenedNote({
      ...{ number: numbers[at], noteId: `n${at + 1}`, patient },
      subject: patient === null ? `note 1 n${at + 1}` : `patient ${patient}`,
      ...{ probability, score: probability, threshold: 0.25 },
      isAlert: probability === null ? null : probability >= 0.25,
      predictionSet: probability === null ? null : probability >= 0.25 ? ['yes'] : ['no'],
      doubts: probability === null ? [{ kind: 'other-script', share: 0.9 }] : [],
    }),
  );
  screenings.keep(id, { notes: screened, counts: noScreeningCounts });
  screenings.end(id, { state: 'finished', counts: noScreeningCounts });
  return releaseId;
}
