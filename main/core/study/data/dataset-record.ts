import type { ChosenLabels } from './choose-labels.ts';
import type { LabelCount } from '#core/collection/count-labels.ts';
import type { ProblemSummary } from '#core/collection/import-summary.ts';

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
  /** How many examples name their patient or document; left out by the first versions. */
  readonly groupedCount?: number;
}
