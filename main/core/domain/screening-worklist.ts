import type { DecisionKind, DisagreementReason } from './screening-decision.ts';

/** Which patients are listed. The list is closed. */
export const worklistFilters = [
  /** Somebody should look: an alert, a note that the model cannot tell, or one of a release without a threshold. */
  'open',
  /** Decided on, by agreement, disagreement or referral. */
  'decided',
  /** With a note that was not judged. */
  'not-judged',
  'all',
] as const;
export type WorklistFilter = (typeof worklistFilters)[number];

/** A patient, or a note without one, with all that a release said of it. */
export interface WorklistEntry {
  /** As screened notes have it: see `subjectOf`. */
  readonly subject: string;
  readonly patient: string | null;
  /** As the source names the likeliest note. */
  readonly noteId: string;
  readonly notes: number;
  readonly notJudged: number;
  /** Of the likeliest note, calibrated where that was learned; null where none was scored. */
  readonly probability: number | null;
  readonly isAlert: boolean;
  /** A note has a prediction set that has not exactly one class. */
  readonly isUndecided: boolean;
  /** Of the newest note; null where none has one. */
  readonly date: string | null;
  /** Whether somebody should look: there is something to see that no decision has seen yet. */
  readonly isOpen: boolean;
  /** The newest decision; null where there is none. */
  readonly decision: {
    readonly kind: DecisionKind;
    readonly reason: DisagreementReason | null;
    readonly person: string | null;
    readonly atMs: number;
  } | null;
}

export interface WorklistQuestion {
  readonly releaseId: number;
  readonly filter: WorklistFilter;
  /** Whoever was decided on after this moment is not open again by a new note. */
  readonly restingSinceMs: number | null;
  readonly offset: number;
  readonly limit: number;
}

export interface WorklistPage {
  /** The likeliest first; those that were not scored last. */
  readonly entries: readonly WorklistEntry[];
  readonly total: number;
  /** How many each filter has. */
  readonly counts: Readonly<Record<WorklistFilter, number>>;
}
