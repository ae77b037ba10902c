/** What stands in braces or brackets, and where it ends. */
export interface Group {
  readonly content: string;
  /** Behind the closing one. */
  readonly end: number;
}

/**
 * A group that begins at `start`, blanks aside; null where none does. One that is never closed goes on
 * to the end.
 */
export function readGroup(text: string, start: number, open: '{' | '['): Group | null {
  const close = open === '{' ? '}' : ']';
  let at = start;
  while (/\s/.test(text[at] ?? '')) at++;
  if (text[at] !== open) return null;
  let depth = 0;
  for (let index = at; index < text.length; index++) {
    const character = text[index];
    if (character === '\\') index++;
    else if (character === open) depth++;
    else if (character === close && --depth === 0) {
      return { content: text.slice(at + 1, index), end: index + 1 };
    }
  }
  return { content: text.slice(at + 1), end: text.length };
}
