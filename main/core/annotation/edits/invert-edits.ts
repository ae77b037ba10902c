import type { AnnotationEdit } from '#core/domain/annotation-work.ts';

/** The edits that undo these, to be applied in their order. */
export function invertEdits(edits: readonly AnnotationEdit[]): AnnotationEdit[] {
  return edits.map(invert).reverse();
}

function invert(edit: AnnotationEdit): AnnotationEdit {
  switch (edit.kind) {
    case 'class-add':
      return { ...edit, kind: 'class-remove' };
    case 'class-remove':
      return { ...edit, kind: 'class-add' };
    case 'span-add':
      return { ...edit, kind: 'span-remove' };
    case 'span-remove':
      return { ...edit, kind: 'span-add' };
    case 'span-change':
      return { ...edit, before: edit.after, after: edit.before };
    case 'state':
      return { ...edit, before: edit.after, after: edit.before };
    case 'flag':
    case 'unsure':
      return { ...edit, before: edit.after, after: edit.before };
    case 'remark':
      return { ...edit, before: edit.after, after: edit.before };
    case 'verdict':
      return { ...edit, before: edit.after, after: edit.before };
  }
}
