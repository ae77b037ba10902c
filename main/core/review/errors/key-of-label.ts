import { assert } from '#core/base/assert.ts';
import type { CheckedLabel } from '#core/domain/label-check.ts';

/**
 * By which a label of a document is known, or the place where one is missing: the same whichever model
 * ranks it, and however sure it is.
 */
export function keyOfLabel(given: CheckedLabel | null, expected: CheckedLabel | null): string {
  const label = given ?? expected;
  assert(label !== null, 'a label is given or expected');
  if (label.kind === 'class') return `class ${label.label}`;
  return `${given === null ? 'missing' : 'span'} ${label.start}-${label.end} ${label.type}`;
}
