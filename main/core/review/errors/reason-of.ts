import type { Phrase } from '#core/base/phrase.ts';
import type { CheckedLabel } from '#core/domain/label-check.ts';
import { say } from '#core/wording/say.ts';
import type { LabelIssue } from './rank-label-errors.ts';

const nameOf = (label: CheckedLabel | null) =>
  label === null ? '' : label.kind === 'class' ? label.label : label.type;

/** Why a label may be wrong, for people. */
export function reasonOf({ kind, given, expected, score }: LabelIssue): Phrase {
  const percent = Math.round(100 * score);
  switch (kind) {
    case 'class':
      return say('annotation', 'otherLabelExpected', nameOf(given), nameOf(expected), percent);
    case 'boundary':
      return say('annotation', 'otherEndsExpected', nameOf(given), percent);
    case 'missing':
      return say('annotation', 'labelMissing', nameOf(expected), percent);
    case 'spurious':
      return say('annotation', 'labelSpurious', nameOf(given), percent);
  }
}
