export interface Term {
  readonly text: string;
  readonly type: string;
}

export interface ReadTerms {
  readonly terms: readonly Term[];
  /** Lines, from 1, that name no type of the scheme. */
  readonly unread: readonly number[];
}

/**
 * Terms as a person writes them down: one a line, its type after a tab or the last semicolon. Where
 * there is one type alone it may be left out.
 */
export function readTerms(written: string, types: readonly string[]): ReadTerms {
  const only = types.length === 1 ? types[0] : null;
  const terms: Term[] = [];
  const unread: number[] = [];
  for (const [index, line] of written.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const cut = line.includes('\t') ? line.lastIndexOf('\t') : line.lastIndexOf(';');
    const named = cut === -1 ? '' : line.slice(cut + 1).trim();
    const type = types.find((each) => each.toLowerCase() === named.toLowerCase()) ?? null;
    const [text, of] =
      type !== null ? [line.slice(0, cut).trim(), type] : [line.trim(), cut === -1 ? only : null];
    if (text === '' || text.length > 500 || of === null) unread.push(index + 1);
    else terms.push({ text, type: of });
  }
  return { terms, unread };
}
