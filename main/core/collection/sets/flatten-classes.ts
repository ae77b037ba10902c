import type { Annotation, ClassAnnotation } from '#core/domain/document.ts';
import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import type { LabelledNote, MultiLabelNote } from '#core/domain/text.ts';
import type { FlattenOptions, SpannedDocument } from './flatten-spans.ts';

/**
 * A note with its one class, as classification is trained on. Documents without a class are left
 * out, and so are those with two: which of them it is meant to learn, nobody could say.
 */
export function flattenClasses(document: SpannedDocument): ImportResult<LabelledNote> {
  const { id, text, patient, annotations } = document;
  const labels = classesOf(annotations);
  if (labels.length === 1) {
    return { items: [{ id, text, label: labels[0], groupId: patient }], problems: [] };
  }
  const common = { file: id, line: 1, action: 'left-out' } as const;
  const problems: ImportProblem[] =
    labels.length === 0
      ? [{ ...common, rule: 'document-class-missing', detail: 'The document has no class.' }]
      : labels.map((label) => ({
          ...common,
          rule: 'document-class-ambiguous',
          detail: `The document has ${labels.length} classes.`,
          label,
        }));
  return { items: [], problems };
}

/**
 * A note with all of its classes, as a task with several labels is trained on. Whether a document
 * without any is left out, since perhaps nobody has labelled it, is for the plan to say.
 */
export function flattenLabelSets(
  { id, text, patient, annotations }: SpannedDocument,
  { keepUnlabelled = false }: FlattenOptions = {},
): ImportResult<MultiLabelNote> {
  const labels = classesOf(annotations).sort();
  if (labels.length > 0 || keepUnlabelled) {
    return { items: [{ id, text, labels, groupId: patient }], problems: [] };
  }
  const problem = { file: id, line: 1, action: 'left-out' } as const;
  const detail = 'The document has no class.';
  return { items: [], problems: [{ ...problem, rule: 'document-class-missing', detail }] };
}

/** Each once, in the order in which they stand. */
function classesOf(annotations: readonly Annotation[]): string[] {
  const classes = annotations.filter((each): each is ClassAnnotation => each.kind === 'class');
  return [...new Set(classes.map(({ label }) => label))];
}
