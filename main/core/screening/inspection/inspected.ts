import type { ScreeningDecision } from '#core/domain/screening-decision.ts';
import type { ScreeningRelease } from '#core/domain/screening-release.ts';
import type { NoteOutcome, ScreenedNote } from '#core/domain/screening.ts';

/**
 * Whether something is as it was when it was kept: `proven` by the hash that a sound entry of the audit
 * log has of it, `changed` where that differs or the log is broken before it, `unrecorded` where no entry
 * has one.
 */
export type ProofState = 'proven' | 'changed' | 'unrecorded';

export interface Proof {
  readonly state: ProofState;
  /** Of the entry of the audit log. */
  readonly position: number | null;
  /** What the entry says. */
  readonly hash: string | null;
}

/** Notes that were kept together, and have one hash together. */
export interface ProvenBatch extends Proof {
  readonly screening: number;
  /** Numbers of the first and last screened note. */
  readonly first: number;
  readonly last: number;
}

/** What was proven of a release, against the whole audit log. */
export interface ReleaseProof {
  readonly release: Proof;
  readonly batches: readonly ProvenBatch[];
  /** How many notes are kept, and how many the batches recorded. */
  readonly notes: { readonly kept: number; readonly recorded: number };
  /** By the number of the decision; one that an entry knows and that is not there any more is `changed`. */
  readonly decisions: ReadonlyMap<number, Proof>;
  readonly chain: {
    readonly entryCount: number;
    readonly headHash: string;
    /** The first entry that does not fit; null when the chain is whole. */
    readonly brokenAt: number | null;
  };
}

export interface InspectedDecision {
  readonly decision: ScreeningDecision;
  /** Name of who decided; null where there is none. */
  readonly person: string | null;
  /** The decision on the same patient that came after it; null for the one that counts. */
  readonly correctedBy: number | null;
  readonly proof: Proof;
}

/** All that is kept of what a release said of one version of a note. */
export interface InspectedNote {
  readonly note: ScreenedNote;
  readonly outcome: NoteOutcome;
  /** Who let the release look at it. */
  readonly screenedFor: string | null;
  /** The screened note of a later version of the same note; null for the newest. */
  readonly correctedBy: number | null;
  /** Those that have seen it, the oldest first. */
  readonly decisions: readonly InspectedDecision[];
  readonly proof: Proof;
}

export interface Inspection {
  readonly release: ScreeningRelease;
  readonly releasedBy: string | null;
  readonly proof: ReleaseProof;
  /** In the order in which they were kept; may be gone through several times. */
  readonly notes: Iterable<InspectedNote>;
  /** Some of them, and how many there are. */
  readonly page: (
    offset: number,
    limit: number,
  ) => { readonly notes: readonly InspectedNote[]; readonly total: number };
}

/** Which notes; what is left out asks for nothing. */
export interface InspectionFilter {
  readonly patient?: string;
  /** As its source names it. */
  readonly note?: string;
  /** Name or id of somebody who decided. */
  readonly person?: string;
  /** ISO 8601 or its beginning, UTC: something was said or decided then, or later. */
  readonly from?: string;
  /** Likewise, to its end. */
  readonly to?: string;
}
