/** What the cleaning of a corpus removes, by the names that `results.json` has for it. */
export type RemovedKind =
  | 'documents of the locked test set'
  | 'documents of its patients'
  /** Like those of the locked test set. */
  | 'documents like it'
  | 'copied-forward paragraphs'
  | 'near-duplicate documents'
  | 'markup'
  | 'special characters'
  | 'empty lines'
  | 'duplicate lines';
