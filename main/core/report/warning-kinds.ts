/** Every kind of warning about results. Closed: the window has a plural for each in every language. */
export type WarningKind =
  /** Results that were not compared with the plan. */
  | 'old-results'
  | 'failed-step'
  /** Steps that a person left out. */
  | 'step-left-out'
  /** Steps on different engines. */
  | 'mixed-engines'
  /** Losses of the import. */
  | 'left-out'
  /** Tasks of a set that was locked as a test set. */
  | 'opened-set'
  /** Texts longer than models read. */
  | 'cut-texts'
  /** Tested texts that were learned from. */
  | 'repeated-texts'
  /** Tested texts that are nearly the same as some that were learned from. */
  | 'near-duplicates'
  /** Tests that a start has seen. */
  | 'seen-data'
  /** Tested texts in a corpus. */
  | 'seen-texts'
  | 'ungrouped-examples'
  /** Classes or types that are not in every fold. */
  | 'rare-labels'
  /** Classes or types that were never found. */
  | 'missed-labels'
  /** Models that do worse on a target with the source than without it. */
  | 'negative-transfer'
  /** Models that do no better than a baseline. */
  | 'not-above-baseline';
