import type { GivenSpan, SchemeLabel } from '#contract/annotation-nouns.ts';
import type { FocusedMark, SpanSuggestion } from './focus-marks.ts';
import { lineOf, shadeOf } from './label-looks.ts';
import type { ShownMark } from './shown-mark.ts';

/** Labels and suggestions as they are drawn over a text; one in pieces is drawn piece by piece. */
export function showMarks(
  spans: readonly GivenSpan[],
  suggestions: readonly SpanSuggestion[],
  types: readonly SchemeLabel[],
  met: FocusedMark | null,
): ShownMark[] {
  const looks = new Map(types.map((type) => [type.name, type]));
  const show = (
    kind: FocusedMark['kind'],
    { id, type, fragments, attributes }: GivenSpan | SpanSuggestion,
  ): ShownMark[] => {
    const look = looks.get(type);
    const isSuggestion = kind === 'suggestion';
    const said = Object.values(attributes).join(', ');
    const name = said === '' ? type : `${type} (${said})`;
    return fragments.map((piece, index) => ({
      ...piece,
      kind,
      id,
      key: `${kind}/${id}/${index}`,
      label: isSuggestion ? `${name} ?` : name,
      colour: shadeOf(look?.colour ?? 'grey'),
      line: lineOf(isSuggestion ? 'dotted' : (look?.pattern ?? 'solid')),
      isSuggestion,
      isSelected: met?.id === id,
    }));
  };
  return [
    ...spans.flatMap((span) => show('span', span)),
    ...suggestions.flatMap((suggestion) => show('suggestion', suggestion)),
  ];
}
