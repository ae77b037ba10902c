import { AnamnesisError } from '#core/base/error.ts';
import type { AnnotationScheme } from '#core/domain/annotation-scheme.ts';
import type { AnnotationEdit, GivenSpan } from '#core/domain/annotation-work.ts';
import { say } from '#core/wording/say.ts';

/**
 * What edits of the past bring back is in the scheme of today, from which it may have been taken
 * while nothing had it. @throws annotation.label-unknown
 */
export function checkRestored(edits: readonly AnnotationEdit[], scheme: AnnotationScheme): void {
  for (const edit of edits) {
    if (edit.kind === 'class-add') requireKnown(edit.class.label, scheme.classes);
    const span = spanOf(edit);
    if (span === null) continue;
    const { type, attributes } = span;
    requireKnown(type, scheme.types);
    for (const [name, value] of Object.entries(attributes)) {
      const known = scheme.attributes.filter(
        (each) => each.name === name && (each.types === null || each.types.includes(type)),
      );
      requireKnown(
        value,
        known.flatMap(({ values }) => values.map((each) => ({ name: each }))),
      );
    }
  }
}

function spanOf(edit: AnnotationEdit): GivenSpan | null {
  if (edit.kind === 'span-add') return edit.span;
  return edit.kind === 'span-change' ? edit.after : null;
}

function requireKnown(name: string, known: readonly { readonly name: string }[]): void {
  if (known.some((each) => each.name === name)) return;
  throw new AnamnesisError('annotation.label-unknown', {
    expected: say('annotation', 'labelOfToday'),
    found: `“${name}”`,
    remedy: say('annotation', 'putBack'),
  });
}
