import { largestOf } from '#core/base/extremes.ts';
import type { DecisionKind, DisagreementReason } from '#core/domain/screening-decision.ts';
import type { ReleaseStanding, ScreeningRelease } from '#core/domain/screening-release.ts';
import type { WorklistEntry } from '#core/domain/screening-worklist.ts';
import { outcomeOf, type ScreenedNote } from '#core/domain/screening.ts';

/** What leaves of a release: patients of its worklist with what was decided. Never text of a note. */
export interface HandOut {
  readonly release: ScreeningRelease;
  readonly standing: ReleaseStanding;
  /** When it leaves. */
  readonly atMs: number;
  readonly programVersion: string;
  /** The likeliest first; may be gone through several times. */
  readonly patients: Iterable<HandedPatient>;
  readonly patientCount: number;
  /** Of them, who were decided on by somebody who has no name in the workspace: that is not final. */
  readonly unnamedCount: number;
}

export interface HandedPatient {
  readonly entry: WorklistEntry;
  /** The likeliest first, those that were not scored last. */
  readonly notes: readonly ScreenedNote[];
  /** The newest; null where nobody decided. */
  readonly decision: HandedDecision | null;
  /** All of them, the oldest first. */
  readonly decisions: readonly HandedDecision[];
}

export interface HandedDecision {
  readonly id: number;
  readonly kind: DecisionKind;
  readonly reason: DisagreementReason | null;
  readonly atMs: number;
  /** Numbers of the screened notes that were looked at. */
  readonly notes: readonly number[];
  /** Null where whoever decided has no name in the workspace. */
  readonly person: { readonly id: string; readonly name: string } | null;
}

/**
 * A decision of a person with a name which has seen all that is to be seen of the patient; null as long
 * as there is none, and for one that was deferred: what the model says is then a proposal.
 */
export function finalDecision({ entry, decision }: HandedPatient): NamedDecision | null {
  if (decision === null || decision.kind === 'defer' || entry.isOpen) return null;
  return named(decision);
}

export type NamedDecision = HandedDecision & { readonly person: { id: string; name: string } };

export function named(decision: HandedDecision): NamedDecision | null {
  const { person } = decision;
  return person === null ? null : { ...decision, person };
}

/** Whether there is something that a person should look at, or was. */
export function isForPeople({ notes, decision }: HandedPatient): boolean {
  return decision !== null || notes.some((note) => outcomeOf(note) !== 'clear');
}

/** When the release last said something of the patient. */
export function lastSaidAtMs({ notes }: HandedPatient): number {
  return largestOf(notes.map(({ atMs }) => atMs));
}
