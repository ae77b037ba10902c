import type { GivenSpan, Suggestion } from '#contract/annotation-nouns.ts';
import type { Direction, TextSelection } from './select-words.ts';

/** What of a document lies under the keys: a label that was given, or one that is suggested. */
export interface FocusedMark {
  readonly kind: 'span' | 'suggestion';
  readonly id: string;
}

export type SpanSuggestion = Extract<Suggestion, { kind: 'span' }>;

/** A span or a suggestion with its outermost places. */
export interface PlacedFocus extends FocusedMark {
  readonly start: number;
  readonly end: number;
}

/** All that can be focused, in the order of the text; what is wider comes first. */
export function listMarks(
  spans: readonly GivenSpan[],
  suggestions: readonly SpanSuggestion[],
): PlacedFocus[] {
  const place = (kind: FocusedMark['kind'], { id, fragments }: GivenSpan | SpanSuggestion) => ({
    kind,
    id,
    start: fragments[0].start,
    end: fragments[fragments.length - 1].end,
  });
  return [
    ...spans.map((span) => place('span', span)),
    ...suggestions.map((suggestion) => place('suggestion', suggestion)),
  ].sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
}

/**
 * The mark after or before: of the focused one, else of the selection. Null where there is none in
 * that direction.
 */
export function neighbourMark(
  marks: readonly PlacedFocus[],
  focused: FocusedMark | null,
  selection: TextSelection | null,
  by: Direction,
): PlacedFocus | null {
  const at = focused === null ? -1 : marks.findIndex(({ id }) => id === focused.id);
  if (at !== -1) return marks[at + by] ?? null;
  const place = selection?.start ?? 0;
  return by === 1
    ? (marks.find(({ start }) => start >= place) ?? null)
    : (marks.findLast(({ start }) => start < place) ?? null);
}

/** The narrowest mark that holds a selection whole. */
export function markAround(
  marks: readonly PlacedFocus[],
  selection: TextSelection | null,
): PlacedFocus | null {
  if (selection === null) return null;
  let narrowest: PlacedFocus | null = null;
  for (const mark of marks) {
    if (mark.start > selection.start) break;
    if (mark.end < selection.end) continue;
    if (narrowest === null || mark.end - mark.start < narrowest.end - narrowest.start) {
      narrowest = mark;
    }
  }
  return narrowest;
}
