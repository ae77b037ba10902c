/** One thing that is put into a fold as a whole: a note, or a tagged sentence. */
export interface FoldItem {
  /** The class of a note, its labels where it may have several, or the type of every entity of a sentence, repeated as often as it occurs. */
  readonly labels: readonly string[];
  /** What must not be split between folds, usually the patient or document; null: nothing. */
  readonly groupId: string | null;
  /** When it was written, ISO 8601; needed only where folds are periods. */
  readonly date?: string | null;
}

/** What is learned from and what is tested in one fold: indices of items, in their order. */
export interface FoldSides {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/** Which fold each item is tested in; in all other folds it is learned from. */
export interface FoldAssignment {
  readonly foldCount: number;
  /** [items] 0-based; -1 for one that no fold tests. */
  readonly foldOf: Int32Array;
  /** Whether it was found by trying all divisions of few groups, which the first versions did not. */
  readonly isSearched?: boolean;
}

/** The labels of all items, each once, sorted. */
export function listLabels(items: readonly FoldItem[]): string[] {
  const labels = new Set<string>();
  for (const item of items) for (const label of item.labels) labels.add(label);
  return [...labels].sort();
}
