import type { GivenSpan } from '#contract/annotation-nouns.ts';
import type { AnnotationMessages } from '../messages/annotation/messages.ts';
import type { FocusedMark, SpanSuggestion } from './focus-marks.ts';
import type { TextSelection } from './select-words.ts';

interface Shown {
  readonly text: string;
  readonly spans: readonly GivenSpan[];
  readonly suggestions: readonly SpanSuggestion[];
  readonly focused: FocusedMark | null;
  readonly selection: TextSelection | null;
}

/** What a screen reader says when the caret or the focus has moved: the words, and their labels. */
export function describeFocus(
  { text, spans, suggestions, focused, selection }: Shown,
  say: Pick<AnnotationMessages, 'spoken' | 'spokenSuggestion'>,
): string {
  const textOf = ({ fragments }: GivenSpan | SpanSuggestion) =>
    fragments.map(({ start, end }) => text.slice(start, end)).join(' … ');
  if (focused?.kind === 'suggestion') {
    const suggestion = suggestions.find(({ id }) => id === focused.id);
    return suggestion === undefined
      ? ''
      : say.spokenSuggestion(suggestion.type, textOf(suggestion));
  }
  if (focused !== null) {
    const span = spans.find(({ id }) => id === focused.id);
    return span === undefined ? '' : say.spoken(span.type, textOf(span));
  }
  if (selection === null) return '';
  const chosen = text.slice(selection.start, selection.end);
  const around = spans.filter(({ fragments }) =>
    fragments.some(({ start, end }) => start <= selection.start && end >= selection.end),
  );
  return around.length === 0
    ? chosen
    : say.spoken(around.map(({ type }) => type).join(', '), chosen);
}
