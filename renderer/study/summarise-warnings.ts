import type { WarningView } from '#contract/study.ts';
import type { Formats } from '../format/formats.ts';
import type { StudyMessages } from '../messages/study/messages.ts';

/** "12 warnings: failed steps (9), texts longer than models read (3)", the most frequent first. */
export function summariseWarnings(
  warnings: readonly Pick<WarningView, 'kind'>[],
  say: Pick<StudyMessages, 'warningKinds' | 'warningsByKind'>,
  format: Pick<Formats, 'count'>,
): string {
  const kinds = [...Map.groupBy(warnings, ({ kind }) => kind)]
    .map(([kind, ofKind]) => ({ kind, amount: ofKind.length }))
    .sort((a, b) => b.amount - a.amount)
    .map(({ kind, amount }) => `${say.warningKinds[kind]} (${format.count(amount)})`);
  return say.warningsByKind(warnings.length, kinds.join(', '));
}
