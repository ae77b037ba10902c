import type {
  AnnotationEdit,
  AnnotationWork,
  GivenClass,
  GivenSpan,
} from '#core/domain/annotation-work.ts';

/** What differs in a work after edits: enough to show it without sending the work again. */
export interface WorkChange {
  /** Marks that are not there any more. */
  readonly takenSpans: readonly string[];
  /** Marks that are new or changed. */
  readonly putSpans: readonly GivenSpan[];
  /** All of them. */
  readonly classes: readonly GivenClass[];
  readonly state: AnnotationWork['state'];
  readonly isFlagged: boolean;
  readonly isUnsure: boolean;
  readonly remark: string;
  /** What verdicts are about that came, went or changed. */
  readonly judged: readonly string[];
}

/** The net effect of edits, given the work as it is after them. */
export function describeChange(
  edits: readonly AnnotationEdit[],
  after: AnnotationWork,
): WorkChange {
  const touched = new Set<string>();
  const judged = new Set<string>();
  for (const edit of edits) {
    if (edit.kind === 'span-add' || edit.kind === 'span-remove') touched.add(edit.span.id);
    else if (edit.kind === 'span-change') touched.add(edit.before.id).add(edit.after.id);
    else if (edit.kind === 'verdict') judged.add(edit.about);
  }
  const putSpans = after.spans.filter(({ id }) => touched.has(id));
  const there = new Set(putSpans.map(({ id }) => id));
  const { classes, state, isFlagged, isUnsure, remark } = after;
  return {
    takenSpans: [...touched].filter((id) => !there.has(id)),
    putSpans,
    classes,
    state,
    isFlagged,
    isUnsure,
    remark,
    judged: [...judged],
  };
}
