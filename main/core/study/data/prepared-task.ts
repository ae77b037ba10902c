import type { LabelledNote, MultiLabelNote, TaggedSentence } from '#core/domain/text.ts';
import type { Told } from '#core/base/phrase.ts';

/** A labelled set, read and divided into folds; the folds are the same for every model. */
export type PreparedTask = PreparedClassification | PreparedMultiLabel | PreparedEntities;

interface Prepared {
  readonly name: string;
  /** SHA-256 over the files and the settings with which they were read. */
  readonly hash: string;
  /** For each fold the indices of the examples that are its test side. */
  readonly folds: readonly Int32Array[];
  /** For each fold the indices of those that are learned from; null where all that it does not test. */
  readonly learned: readonly Int32Array[] | null;
  /** Whether the folds were found by trying all divisions of few groups. */
  readonly isSearched: boolean;
  readonly warnings: readonly Told[];
}

export interface PreparedClassification extends Prepared {
  readonly kind: 'classification';
  readonly notes: readonly LabelledNote[];
  /** In alphabetical order; a class's index is what the model predicts. */
  readonly classes: readonly string[];
}

export interface PreparedMultiLabel extends Prepared {
  readonly kind: 'multi-label';
  readonly notes: readonly MultiLabelNote[];
  /** The labels, in alphabetical order; a label's index is its place in what a model says. */
  readonly classes: readonly string[];
}

export interface PreparedEntities extends Prepared {
  readonly kind: 'entities';
  readonly sentences: readonly TaggedSentence[];
  /** "O" first, then B- and I- of each type in alphabetical order. */
  readonly tags: readonly string[];
}
