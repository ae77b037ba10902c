/** What the window speaks of when documents are labelled. */
export { labelIssueKinds } from '#core/domain/label-check.ts';
export { classChoices, labelColours, labelPatterns } from '#core/domain/annotation-scheme.ts';
export type {
  AnnotationScheme,
  ClassChoice,
  LabelColour,
  LabelPattern,
  SchemeLabel,
} from '#core/domain/annotation-scheme.ts';
export type { AskedEdit, GivenSpan, Suggestion } from '#core/domain/annotation-work.ts';
