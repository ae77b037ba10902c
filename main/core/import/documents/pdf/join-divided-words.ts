/** A word cut at the end of a line, and the rest of it at the start of the next. */
const cutWord = /(\p{L}[\p{L}\p{M}]*)[-\u2010\u00ad]$/u;
const restOfWord = /^(\p{Ll}[\p{L}\p{M}]*)([^\s]*)\s*/u;

/** Lines whose divided words are whole, and how many those were. */
export interface JoinedLines {
  readonly lines: readonly string[];
  readonly joinedCount: number;
}

/**
 * Joins words that a hyphen divides at the end of a line, on the line where they begin. The hyphen
 * stays where the text has the word with one elsewhere, and more often than without.
 */
export function joinDividedWords(lines: readonly string[]): JoinedLines {
  const counts = new Map<string, number>();
  for (const line of lines) {
    for (const [word] of line
      .toLowerCase()
      .matchAll(/\p{L}[\p{L}\p{M}]*(?:[-\u2010]\p{L}[\p{L}\p{M}]*)*/gu)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const countOf = (word: string) => counts.get(word.toLowerCase()) ?? 0;
  const joined: string[] = [];
  let joinedCount = 0;
  for (const line of lines) {
    const before = joined.at(-1) ?? '';
    const [, start] = cutWord.exec(before) ?? [];
    const [whole = '', rest, behind] = restOfWord.exec(line) ?? [];
    if (start === undefined || rest === undefined) {
      joined.push(line);
      continue;
    }
    const keepsHyphen =
      !before.endsWith('\u00ad') && countOf(`${start}-${rest}`) > countOf(start + rest);
    const head = keepsHyphen ? before : before.slice(0, -1);
    joined[joined.length - 1] = `${head}${rest}${behind}`;
    joinedCount++;
    const left = line.slice(whole.length);
    if (left !== '') joined.push(left);
  }
  return { lines: joined, joinedCount };
}
