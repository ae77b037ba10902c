import type { ChosenLabels } from './choose-labels.ts';
import type { DayCount } from '#core/evaluation/folds/day-tally.ts';
import type { LockedCounts } from '#core/collection/locked-texts.ts';
import type { LabelCount } from '#core/collection/count-labels.ts';
import type { ProblemSummary } from '#core/collection/import-summary.ts';

/** What was not read because of locked test sets, and what that counts. */
export interface LockedOut {
  readonly unit: 'notes' | 'documents' | 'sentences';
  readonly counts: LockedCounts;
}

/** What is kept of them with a data set; nothing where none is locked. */
export function lockedFacts(
  counts: LockedCounts | null,
  unit: LockedOut['unit'],
): { readonly locked?: LockedOut } {
  return counts === null ? {} : { locked: { unit, counts } };
}

/** What is kept of a labelled set beside its examples. */
export interface DatasetRecord {
  readonly problems: ProblemSummary;
  /** Classes with their notes, or types with their entities; in alphabetical order. */
  readonly labels: readonly LabelCount[];
  /** What became of the labels of the files where the plan chooses among them. */
  readonly chosen?: ChosenLabels;
  /**
   * How many files were read, or documents of a set, and words with the tag of an entity; left out
   * by the first versions.
   */
  readonly kept?: {
    readonly file?: number;
    readonly document?: number;
    readonly tag: number;
    readonly word: number;
  };
  /** Of a set: documents in groups that near-duplicates joined, and how many such groups. */
  readonly joined?: { readonly documents: number; readonly groups: number };
  /** What locked test sets kept out of it; only beside such. */
  readonly locked?: LockedOut;
  /** On how many days examples were written, and how many have no date; only where they are asked for. */
  readonly days?: { readonly counts: readonly DayCount[]; readonly undated: number };
  /** How many examples name their patient or document; left out by the first versions. */
  readonly groupedCount?: number;
}
