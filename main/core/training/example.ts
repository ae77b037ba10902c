/** One tokenised text of a labelled set, special tokens included. */
export interface Example {
  readonly ids: Int32Array;
  /** Where the head looks: column 0 for a note, the first piece of each word for a sentence. */
  readonly positions: Int32Array;
  /** What it should say there: one class per position, or one answer per label of it, 0 or 1. */
  readonly labels: Int32Array;
}
