/** How many of some examples were met elsewhere. */
export interface MetCount {
  readonly of: number;
  /** With the same words in the same order. */
  readonly exact: number;
  /** With the same or nearly the same. */
  readonly near: number;
}

/** What one fold's examples have been met as. */
export interface FoldMet {
  /** 0-based. */
  readonly fold: number;
  /** Tested examples that some of training resemble. */
  readonly testByTraining: MetCount;
  /** Tested examples that lie in a corpus of the study. */
  readonly testByCorpora: MetCount;
  /** Those of training: allowed, but to be known. */
  readonly trainingByCorpora: MetCount;
}

/** Where a text is; never what it says. */
export interface TextPlace {
  /** The task or corpus. */
  readonly source: string;
  /** Of an example its id; of a corpus its lines, from 1, as it is stored. */
  readonly place: string;
}

/** Two texts that resemble each other, and what of. */
export interface MetPair {
  /** Of a task: learned from in a fold in which the other is tested, or the other way. */
  readonly first: TextPlace;
  readonly second: TextPlace;
  readonly jaccard: number;
  readonly containment: number;
}

/** What the examples of a task have been met as, before they are tested. */
export interface Contamination {
  /** Of notes all are compared, of sentences those of eight words or more. */
  readonly unit: 'notes' | 'sentences';
  readonly folds: readonly FoldMet[];
  /** The most alike first; the first of them. */
  readonly pairs: readonly MetPair[];
  readonly pairCount: number;
}
