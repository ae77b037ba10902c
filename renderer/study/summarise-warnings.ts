import type { WarningView } from '#contract/study.ts';
import { count, formatCount } from '../format/number.ts';

/** "12 warnings: failed steps (9), texts longer than models read (3)", the most frequent first. */
export function summariseWarnings(warnings: readonly Pick<WarningView, 'kind'>[]): string {
  const kinds = [...Map.groupBy(warnings, ({ kind }) => kind)]
    .map(([kind, ofKind]) => ({ kind, amount: ofKind.length }))
    .sort((a, b) => b.amount - a.amount)
    .map(({ kind, amount }) => `${kind} (${formatCount(amount)})`);
  return `${count(warnings.length, 'warning')}: ${kinds.join(', ')}`;
}
