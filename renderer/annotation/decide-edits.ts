import type { AskedEdit, GivenSpan, SchemeLabel } from '#contract/annotation-nouns.ts';
import type { TextWords } from './find-words.ts';
import type { FocusedMark, SpanSuggestion } from './focus-marks.ts';
import { moveSide, type Direction, type TextSelection } from './select-words.ts';

/** What a key meets. */
export interface Situation {
  readonly text: string;
  readonly words: TextWords;
  readonly spans: readonly GivenSpan[];
  readonly suggestions: readonly SpanSuggestion[];
  readonly selection: TextSelection | null;
  /** What was walked to, clicked on, or holds the selection. */
  readonly mark: FocusedMark | null;
  /** Whether it was walked to or clicked on, so that keys for text change it. */
  readonly isFocused: boolean;
}

/** What it does; edits are one action, undone as one. */
export interface Decision {
  readonly edits: readonly AskedEdit[];
  /** The mark that has the focus afterwards. */
  readonly focus: FocusedMark | null;
}

const nothing: Decision = { edits: [], focus: null };

/** A type of spans on what is chosen: a new span, or the type of the focused one. */
export function giveType(
  { text, selection, mark, isFocused }: Situation,
  type: SchemeLabel['name'],
  newId: () => string,
): Decision {
  if (mark !== null && isFocused) {
    if (mark.kind === 'span') {
      return { edits: [{ kind: 'span-change', id: mark.id, type }], focus: mark };
    }
    const id = newId();
    return {
      edits: [
        { kind: 'accept', suggestion: mark.id, id },
        { kind: 'span-change', id, type },
      ],
      focus: { kind: 'span', id },
    };
  }
  const piece = selection === null ? null : withoutBlanks(text, selection);
  if (piece === null) return nothing;
  const id = newId();
  const edit: AskedEdit = { kind: 'span-add', id, type, fragments: [piece], attributes: {} };
  return { edits: [edit], focus: null };
}

/** Removes a span, rejects a suggestion. */
export function removeMark({ mark }: Situation): Decision {
  if (mark === null) return nothing;
  const edit: AskedEdit =
    mark.kind === 'span'
      ? { kind: 'span-remove', id: mark.id }
      : { kind: 'reject', suggestion: mark.id };
  return { edits: [edit], focus: null };
}

export function acceptMark({ mark }: Situation, newId: () => string): Decision {
  if (mark?.kind !== 'suggestion') return nothing;
  return { edits: [{ kind: 'accept', suggestion: mark.id, id: newId() }], focus: null };
}

/** Moves an end of the focused span by a word; a suggestion is accepted with it. */
export function resizeMark(
  { spans, suggestions, words, mark, isFocused }: Situation,
  side: 'start' | 'end',
  by: Direction,
  newId: () => string,
): Decision {
  if (mark === null || !isFocused) return nothing;
  const list: readonly (GivenSpan | SpanSuggestion)[] = mark.kind === 'span' ? spans : suggestions;
  const span = list.find(({ id }) => id === mark.id);
  if (span === undefined) return nothing;
  const at = side === 'end' ? span.fragments.length - 1 : 0;
  const { start, end } = moveSide(words, { ...span.fragments[at], side }, by);
  if (start === span.fragments[at].start && end === span.fragments[at].end) return nothing;
  const fragments = span.fragments.with(at, { start, end });
  if (mark.kind === 'span') {
    return { edits: [{ kind: 'span-change', id: mark.id, fragments }], focus: mark };
  }
  const id = newId();
  return {
    edits: [
      { kind: 'accept', suggestion: mark.id, id },
      { kind: 'span-change', id, fragments },
    ],
    focus: { kind: 'span', id },
  };
}

/** Divides the span that holds the selection before its first word. */
export function splitSpan(situation: Situation, newId: () => string): Decision {
  const { text, spans, mark, selection } = situation;
  const span = mark?.kind === 'span' ? spans.find(({ id }) => id === mark.id) : undefined;
  if (span?.fragments.length !== 1 || selection === null) return nothing;
  const [{ start, end }] = span.fragments;
  if (selection.start <= start || selection.start >= end) return nothing;
  const left = withoutBlanks(text, { start, end: selection.start });
  const right = withoutBlanks(text, { start: selection.start, end });
  if (left === null || right === null) return nothing;
  const { type, attributes } = span;
  const id = newId();
  return {
    edits: [
      { kind: 'span-change', id: span.id, fragments: [left] },
      { kind: 'span-add', id, type, fragments: [right], attributes },
    ],
    focus: { kind: 'span', id },
  };
}

/**
 * Makes one span of those of one type that the selection touches; where it touches one, or one is
 * focused, of that and the next of its type.
 */
export function mergeSpans({ spans, selection, mark, isFocused }: Situation): Decision {
  const whole = spans.filter(({ fragments }) => fragments.length === 1);
  const touched =
    selection === null || isFocused
      ? whole.filter(({ id }) => id === mark?.id)
      : whole.filter(
          ({ fragments: [piece] }) => piece.start < selection.end && piece.end > selection.start,
        );
  if (touched.length === 0) return nothing;
  const { type } = touched[0];
  const same = touched.filter((span) => span.type === type);
  if (same.length === 1) {
    const next = whole.find(
      (span) => span.type === type && span.fragments[0].start >= same[0].fragments[0].end,
    );
    if (next === undefined) return nothing;
    same.push(next);
  }
  const start = same.reduce(
    (least, { fragments: [piece] }) => Math.min(least, piece.start),
    Infinity,
  );
  const end = same.reduce((most, { fragments: [piece] }) => Math.max(most, piece.end), 0);
  const [kept, ...gone] = same;
  return {
    edits: [
      ...gone.map(({ id }) => ({ kind: 'span-remove', id }) as const),
      { kind: 'span-change', id: kept.id, fragments: [{ start, end }] },
    ],
    focus: { kind: 'span', id: kept.id },
  };
}

/** Blanks at the ends belong to no mention. */
function withoutBlanks(
  text: string,
  { start, end }: Pick<TextSelection, 'start' | 'end'>,
): { readonly start: number; readonly end: number } | null {
  const piece = text.slice(start, end);
  const trimmed = piece.trim();
  if (trimmed === '') return null;
  const from = start + piece.indexOf(trimmed);
  return { start: from, end: from + trimmed.length };
}
