/** Every kind of warning about results, as a plural that stands before its count. Closed. */
export const warningKinds = {
  'old-results': 'results not compared with the plan',
  'failed-step': 'failed steps',
  'mixed-engines': 'steps on different engines',
  'left-out': 'losses of the import',
  'cut-texts': 'texts longer than models read',
  'repeated-texts': 'tested texts that were learned from',
  'seen-data': 'tests that a start has seen',
  'seen-texts': 'tested texts in a corpus',
  'ungrouped-examples': 'examples without their group',
  'rare-labels': 'classes or types not in every fold',
  'missed-labels': 'classes or types never found',
} as const satisfies Record<string, string>;

export type WarningKind = keyof typeof warningKinds;
