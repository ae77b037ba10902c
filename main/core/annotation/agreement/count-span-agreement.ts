import { matchSpans } from '#core/evaluation/entities/match-spans.ts';
import { defined, notDefined, type AgreementValue, type RatedSpan } from './rated-documents.ts';

/** Marks of two persons on a document, and how many of them agree. */
export interface SpanCounts {
  readonly first: number;
  readonly second: number;
  readonly agreed: number;
}

/**
 * Marks with the same type and the same pieces, each used once. Counted so over the documents, the
 * F1 is that of seqeval, whichever person is held for the truth.
 */
export function countExact(first: readonly RatedSpan[], second: readonly RatedSpan[]): SpanCounts {
  const waiting = new Map<string, number>();
  for (const span of first) waiting.set(keyOf(span), (waiting.get(keyOf(span)) ?? 0) + 1);
  let agreed = 0;
  for (const span of second) {
    const left = waiting.get(keyOf(span)) ?? 0;
    if (left === 0) continue;
    waiting.set(keyOf(span), left - 1);
    agreed++;
  }
  return { first: first.length, second: second.length, agreed };
}

/** Marks of the same type that share a character, each used once; pieces as from the first to the last. */
export function countOverlapping(
  first: readonly RatedSpan[],
  second: readonly RatedSpan[],
): SpanCounts {
  const grades = matchSpans(first.map(hull), second.map(hull), 'type');
  const agreed = grades.filter((grade) => grade === 'correct').length;
  return { first: first.length, second: second.length, agreed };
}

/** 2 · agreed / (marks of one + marks of the other), over all documents. */
export function spanF1(counts: Iterable<SpanCounts>): AgreementValue {
  let [marks, agreed, documents] = [0, 0, 0];
  for (const each of counts) {
    marks += each.first + each.second;
    agreed += each.agreed;
    documents++;
  }
  if (documents === 0) return notDefined('no-shared-documents');
  return marks === 0 ? notDefined('nothing-marked') : defined((2 * agreed) / marks);
}

function keyOf({ type, fragments }: RatedSpan): string {
  return JSON.stringify([type, ...fragments.flatMap(({ start, end }) => [start, end])]);
}

function hull({ type, fragments }: RatedSpan) {
  return { type, start: fragments[0].start, end: fragments[fragments.length - 1].end };
}
