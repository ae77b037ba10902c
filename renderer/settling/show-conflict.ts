import type { SchemeLabel } from '#contract/annotation-nouns.ts';
import type { DifferencesView } from '#contract/annotation-settling.ts';
import { lineOf, shadeOf } from '../annotation/label-looks.ts';
import type { ShownMark } from '../annotation/shown-mark.ts';

type Conflict = DifferencesView['conflicts'][number];
export type Side = Conflict['left'];
type ConflictMark = NonNullable<Side['mark']>;

/** A type with its attributes, as it is written under a text. */
export function nameMark({ type, attributes }: ConflictMark): string {
  const said = Object.values(attributes).join(', ');
  return said === '' ? type : `${type} (${said})`;
}

/** What one side gave, in words: its classes, or its mark with what it covers; empty for nothing. */
export function describeSide({ classes, mark }: Side, text: string): string {
  if (mark === null) return classes.join(', ');
  const words = mark.fragments.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return `${nameMark(mark)}: ${words}`;
}

/** From the first to the last place of a conflict in the text; null for one of classes. */
export function reachOf({ left, right }: Conflict): { start: number; end: number } | null {
  const reaches = [left.mark, right.mark].flatMap((mark) =>
    mark === null
      ? []
      : [{ start: mark.fragments[0].start, end: mark.fragments[mark.fragments.length - 1].end }],
  );
  if (reaches.length === 0) return null;
  return reaches.reduce((one, other) => ({
    start: Math.min(one.start, other.start),
    end: Math.max(one.end, other.end),
  }));
}

/** The marks of one conflict over those on which both agree. */
export function showConflict(
  agreed: readonly ConflictMark[],
  conflict: Conflict | null,
  types: readonly SchemeLabel[],
  nameSide: Readonly<Record<'left' | 'right', (label: string) => string>>,
): ShownMark[] {
  const looks = new Map(types.map((type) => [type.name, type]));
  const show = (mark: ConflictMark, key: string, label: string, isSelected: boolean) =>
    mark.fragments.map((piece, index): ShownMark => {
      const look = looks.get(mark.type);
      return {
        ...piece,
        kind: 'span',
        id: key,
        key: `${key}/${index}`,
        label,
        colour: shadeOf(look?.colour ?? 'grey'),
        line: lineOf(look?.pattern ?? 'solid'),
        isSuggestion: false,
        isSelected,
      };
    });
  return [
    ...agreed.flatMap((mark, index) => show(mark, `agreed-${index}`, nameMark(mark), false)),
    ...(['left', 'right'] as const).flatMap((side) => {
      const mark = conflict?.[side].mark ?? null;
      return mark === null ? [] : show(mark, side, nameSide[side](nameMark(mark)), true);
    }),
  ];
}
