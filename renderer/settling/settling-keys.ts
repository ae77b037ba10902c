import type { DifferencesView } from '#contract/annotation-settling.ts';

export type Verdict = NonNullable<DifferencesView['conflicts'][number]['decision']>;

/** The key of each verdict; arrows point to the side that is kept. */
export const verdictKeys = {
  left: 'ArrowLeft',
  right: 'ArrowRight',
  both: 'b',
  neither: 'n',
} as const satisfies Record<Verdict, string>;

export const verdicts = ['left', 'both', 'neither', 'right'] as const satisfies readonly Verdict[];

type Command = Verdict | 'next' | 'previous' | 'open' | 'undo' | 'redo' | 'next-document' | 'list';

/** What a key does while differences are settled; null for one that does nothing. */
export function readSettlingKey({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): Command | null {
  const letter = key.toLowerCase();
  if (ctrlKey || metaKey) {
    if (altKey) return null;
    if (letter === 'z') return shiftKey ? 'redo' : 'undo';
    if (letter === 'y') return 'redo';
    return key === 'Enter' ? 'next-document' : null;
  }
  if (altKey) return key === 'ArrowRight' ? 'next-document' : null;
  const verdict = verdicts.find((each) => verdictKeys[each] === (key.length === 1 ? letter : key));
  if (verdict !== undefined) return verdict;
  if (key === 'ArrowDown') return 'next';
  if (key === 'ArrowUp') return 'previous';
  if (key === 'Delete' || key === 'Backspace') return 'open';
  return key === 'Escape' ? 'list' : null;
}
