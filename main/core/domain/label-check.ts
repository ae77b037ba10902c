/** What somebody decided of a label that may be wrong. The list is closed. */
export const labelDecisions = ['kept', 'changed'] as const;
export type LabelDecision = (typeof labelDecisions)[number];

/** A label of a frozen document: a class, or a mention by its place in UTF-16 units. */
export type CheckedLabel =
  | { readonly kind: 'class'; readonly label: string }
  | {
      readonly kind: 'span';
      readonly type: string;
      readonly start: number;
      readonly end: number;
    };

/** What a label is changed into: `null` takes it away; what was not there is put. */
export interface LabelChange {
  /** Null where nobody gave one, and it is missing. */
  readonly before: CheckedLabel | null;
  readonly after: CheckedLabel | null;
}

/** What may be wrong with a label. The list is closed. */
export const labelIssueKinds = ['class', 'boundary', 'missing', 'spurious'] as const;
export type LabelIssueKind = (typeof labelIssueKinds)[number];
