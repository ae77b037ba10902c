import type { ClassAnnotation } from '#core/domain/document.ts';
import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import type { LabelledNote } from '#core/domain/text.ts';
import type { SpannedDocument } from './flatten-spans.ts';

/**
 * A note with its one class, as classification is trained on. Documents without a class are left
 * out, and so are those with two: which of them it is meant to learn, nobody could say.
 */
export function flattenClasses(document: SpannedDocument): ImportResult<LabelledNote> {
  const { id, text, patient, annotations } = document;
  const classes = annotations.filter((each): each is ClassAnnotation => each.kind === 'class');
  const labels = [...new Set(classes.map(({ label }) => label))];
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
