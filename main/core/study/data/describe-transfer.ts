import type { TaskKind } from '#core/evaluation/metrics/metric-names.ts';
import type { Phrase } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';
import type { LeftOutOfSource, PreparedTransfer } from './prepared-transfer.ts';

/** Which labels a transfer learns as which, and what it leaves out of its source. */
export function describePrepared({ kind, mapping, leftOut, source }: PreparedTransfer): Phrase[] {
  const pairs = Array.from(mapping, ([from, to]) => ({ source: from, target: to }));
  return [
    say('warnings', 'learnedAs', namePairs(pairs), source.name),
    ...describeLeftOut(kind, leftOut),
  ];
}

/** What was left out of a source, in a sentence; none where that is nothing. */
export function describeLeftOut(
  kind: TaskKind,
  { unmapped, patient, text }: LeftOutOfSource,
): Phrase[] {
  const parts = [
    ...(unmapped > 0 ? [say('warnings', 'unmappedNotes', unmapped)] : []),
    ...(patient > 0 ? [say('warnings', 'ofTargetPatients', patient)] : []),
    ...(text > 0 ? [say('warnings', 'likeTarget', text)] : []),
  ];
  return parts.length === 0
    ? []
    : [say('warnings', 'leftOutOfSource', kind, say('common', 'commas', parts))];
}

/** "DISO → disorder, PROC → –"; the same in every language. */
export function namePairs(
  pairs: readonly { readonly source: string; readonly target: string | null }[],
): string {
  return pairs.map(({ source, target }) => `${source} → ${target ?? '–'}`).join(', ');
}
