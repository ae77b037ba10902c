import { byLabel, byPlace } from '#core/domain/annotation-order.ts';
import type { AnnotationWork, GivenClass, GivenSpan } from '#core/domain/annotation-work.ts';
import type { Conflict, Differences } from './find-conflicts.ts';

/** Which of two is kept. `both` where it is no contradiction, such as two marks that both are right. */
export type Decision = (typeof decisions)[number];
const decisions = ['first', 'second', 'both', 'neither'] as const;

/** Two marks may both be right where they differ in place or type; what is only there or not, may not. */
export function allowsBoth({ kind }: Conflict): boolean {
  return kind === 'type' || kind === 'boundary';
}

/** What was decided of a conflict; null while it is open. */
export function decisionOf(verdicts: AnnotationWork['verdicts'], id: string): Decision | null {
  const verdict = Object.hasOwn(verdicts, id) ? verdicts[id] : undefined;
  return decisions.find((each) => each === verdict) ?? null;
}

/** Whether a document has no conflict that is open. */
export function isSettled(
  { conflicts }: Pick<Differences, 'conflicts'>,
  verdicts: AnnotationWork['verdicts'],
): boolean {
  return conflicts.every(({ id }) => decisionOf(verdicts, id) !== null);
}

/** The labels on which two persons agree or which were decided; null while a conflict is open. */
export function settleDifferences(
  { agreedClasses, agreedSpans, conflicts }: Differences,
  verdicts: AnnotationWork['verdicts'],
): { readonly classes: readonly GivenClass[]; readonly spans: readonly GivenSpan[] } | null {
  const classes = [...agreedClasses];
  const spans = [...agreedSpans];
  for (const conflict of conflicts) {
    const decision = decisionOf(verdicts, conflict.id);
    if (decision === null) return null;
    const takes = (side: 'first' | 'second') => decision === side || decision === 'both';
    if (conflict.kind === 'class') {
      if (takes('first')) for (const each of conflict.first) classes.push(each);
      if (takes('second')) for (const each of conflict.second) classes.push(each);
    } else {
      if (takes('first') && conflict.first !== null) spans.push(conflict.first);
      if (takes('second') && conflict.second !== null) spans.push(conflict.second);
    }
  }
  return { classes: classes.sort(byLabel), spans: spans.sort(byPlace) };
}
