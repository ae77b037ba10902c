/** A row of a column file: where its word is, and its cells. */
export interface CarriedRow {
  /** UTF-16 units of the document's text. */
  readonly start: number;
  readonly end: number;
  /** As read; null for the cell of the word, where that is the text from start to end. */
  readonly cells: readonly (string | null)[];
  /** A row of its own that stands for several words ("3-4" in CoNLL-U) has no tag. */
  readonly isRange: boolean;
}

export interface CarriedSentence {
  /** Comments, and lines that begin a document. */
  readonly before: readonly string[];
  readonly rows: readonly CarriedRow[];
}

/** What a document of the CoNLL family carries. */
export interface CarriedColumns {
  readonly separator: '\t' | ' ';
  readonly tagColumn: number;
  /** The attribute of the tag column that holds the tag; null where the cell is the tag. */
  readonly tagKey: string | null;
  readonly sentences: readonly CarriedSentence[];
}
