import type { StudyFailure, RunState } from './run.ts';

/** A stopped one, and one whose process was killed, is gone on with by screening the same notes again. */
export type ScreeningState = Extract<RunState, 'running' | 'stopped' | 'failed' | 'finished'>;

/** Why a note was not judged, or not as a whole. The list is closed. */
export type NoteDoubt =
  /** Nothing to read. */
  | { readonly kind: 'empty' }
  /** More text than a note is, such as a whole archive. */
  | { readonly kind: 'too-large'; readonly characters: number }
  /** Letters of scripts that the model did not learn from. */
  | { readonly kind: 'other-script'; readonly share: number }
  /** A language that the model did not learn from, ISO 639-1. */
  | { readonly kind: 'other-language'; readonly language: string }
  /** Word pieces that the vocabulary does not have. */
  | { readonly kind: 'unknown-text'; readonly share: number }
  /** Of its tokens, those that the model does not see: it is judged by the others. */
  | { readonly kind: 'partly-read'; readonly unreadShare: number };

export type NoteDoubtKind = NoteDoubt['kind'];

/** Whether a doubt keeps a note from being scored. */
export const keepsFromScoring: Readonly<Record<NoteDoubtKind, boolean>> = {
  empty: true,
  'too-large': true,
  'other-script': true,
  'other-language': true,
  'unknown-text': true,
  'partly-read': false,
};

/** What became of the notes of a screening. */
export interface ScreeningCounts {
  /** All of them: those that had been screened before, and those that remain, among them. */
  readonly notes: number;
  readonly scored: number;
  /** The text was scored before, of the same patient: the score was taken over. */
  readonly recognised: number;
  readonly notJudged: number;
  /** Already screened by this release: left as they were. */
  readonly before: number;
  readonly alerts: number;
}

export const noScreeningCounts: ScreeningCounts = {
  ...{ notes: 0, scored: 0, recognised: 0, notJudged: 0, before: 0, alerts: 0 },
};

/** One time that a release was put to work on notes. */
export interface Screening {
  readonly id: number;
  readonly releaseId: number;
  /** Which notes: plain data, without text. */
  readonly source: unknown;
  readonly state: ScreeningState;
  readonly counts: ScreeningCounts;
  readonly failure: StudyFailure | null;
  readonly person: string | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** Null while it runs. */
  readonly endedAtMs: number | null;
}

/** What a release says of one note; never changed, and a note has one. */
export interface NewScreenedNote {
  /** Of the document, that is, of one version of it. */
  readonly number: number;
  /** As its source names it. */
  readonly noteId: string;
  readonly version: number;
  readonly patient: string | null;
  /** Whose note it is on a worklist: see `subjectOf`. */
  readonly subject: string;
  readonly date: string | null;
  /** SHA-256 of the text, in hexadecimal. */
  readonly textHash: string;
  /** SHA-256 of text, weights and all that is done to a text: the same again is the same score. */
  readonly inputHash: string;
  /** Probability of the class that is looked for, as the model gives it; null for one not scored. */
  readonly score: number | null;
  /** Calibrated where that could be learned, else the score. */
  readonly probability: number | null;
  /** Classes that cannot be ruled out; null where the release has no sets, or the note no score. */
  readonly predictionSet: readonly string[] | null;
  /** The threshold that was used, of the calibrated probability; null where none could be claimed. */
  readonly threshold: number | null;
  readonly isAlert: boolean | null;
  readonly doubts: readonly NoteDoubt[];
  /** The screened note whose score was taken over: the same text of the same patient. */
  readonly sameAs: number | null;
}

export interface ScreenedNote extends Omit<NewScreenedNote, 'number'> {
  readonly id: number;
  readonly releaseId: number;
  readonly screeningId: number;
  /** Null once the document was removed with its collection: what was decided of it stays. */
  readonly number: number | null;
  readonly atMs: number;
}

/** What a note is to people who work through a list. The list is closed. */
export type NoteOutcome =
  /** At or above the threshold. */
  | 'alert'
  /** Not scored: a person has to read it. */
  | 'not-judged'
  /** The model cannot tell: the prediction set has not exactly one class. */
  | 'undecided'
  /** Scored by a release without a threshold: it can be ordered, not divided. */
  | 'ranked'
  | 'clear';

export function outcomeOf(
  note: Pick<NewScreenedNote, 'score' | 'isAlert' | 'predictionSet'>,
): NoteOutcome {
  if (note.score === null) return 'not-judged';
  if (note.isAlert === true) return 'alert';
  if (note.predictionSet !== null && note.predictionSet.length !== 1) return 'undecided';
  return note.isAlert === null ? 'ranked' : 'clear';
}

/**
 * Under what the notes of a person are gathered: the patient, in whatever collection; else the note
 * itself, all of its versions.
 */
export function subjectOf(note: {
  readonly patient: string | null;
  readonly collectionId: number;
  readonly noteId: string;
}): string {
  const { patient, collectionId, noteId } = note;
  return patient === null ? `note ${collectionId} ${noteId}` : `patient ${patient}`;
}
