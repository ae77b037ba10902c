import type { FoldSides } from './fold-item.ts';

/**
 * How many of the tested texts are also among those that are learned from, but for case and white
 * space: what is right in them may be remembered and not understood.
 */
export function countRepeated(texts: readonly string[], { train, test }: FoldSides): number {
  const alike = (index: number) =>
    texts[index].normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
  const learned = new Set(Array.from(train, alike));
  return Array.from(test, alike).filter((text) => learned.has(text)).length;
}
