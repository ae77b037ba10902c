import { lineOf, shadeOf } from '../annotation/label-looks.ts';
import type { ShownMark } from '../annotation/shown-mark.ts';
import type { Doubt } from './doubt-walk.svelte.ts';

const looks = {
  given: { colour: shadeOf('orange'), line: lineOf('solid') },
  expected: { colour: shadeOf('blue'), line: lineOf('dashed') },
} as const;

/** What was given and what is expected, over the text; nothing of a class. */
export function showDoubt(
  doubt: Pick<Doubt, 'given' | 'expected'>,
  nameOf: Readonly<Record<'given' | 'expected', (label: string) => string>>,
): ShownMark[] {
  return (['given', 'expected'] as const).flatMap((which) => {
    const label = doubt[which];
    if (label?.kind !== 'span') return [];
    return {
      start: label.start,
      end: label.end,
      kind: 'span',
      id: which,
      key: which,
      label: nameOf[which](label.type),
      ...looks[which],
      isSuggestion: which === 'expected',
      isSelected: false,
    };
  });
}

/** From the first to the last place that it is about; null for a class. */
export function reachOfDoubt({
  given,
  expected,
}: Pick<Doubt, 'given' | 'expected'>): { start: number; end: number } | null {
  const [one, other] = [given ?? expected, expected ?? given];
  if (one?.kind !== 'span' || other?.kind !== 'span') return null;
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}
