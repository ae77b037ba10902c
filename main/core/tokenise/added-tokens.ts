import type { AddedToken } from './definition.ts';

/** A stretch of text between added tokens, or one of these. */
export interface Section {
  readonly start: number;
  readonly end: number;
  readonly token: AddedToken | null;
}

/** Cuts text at the tokens that are found before any other rule, such as "[MASK]". */
export class AddedTokenSplitter {
  readonly #byContent: ReadonlyMap<string, AddedToken>;
  readonly #pattern: RegExp | null;

  /** `byContent`: the spelling to look for (normalised for some) and its token. */
  constructor(byContent: ReadonlyMap<string, AddedToken>) {
    this.#byContent = byContent;
    const longestFirst = [...byContent.keys()].sort((a, b) => b.length - a.length);
    this.#pattern =
      longestFirst.length === 0
        ? null
        : new RegExp(
            longestFirst
              .map((content) => content.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
              .join('|'),
            'g',
          );
  }

  /** Sections in order, without empty ones. At each place the longest token wins, as in a trie. */
  split(text: string): readonly Section[] {
    const sections: { start: number; end: number; token: AddedToken | null }[] = [];
    let position = 0;
    if (this.#pattern !== null) {
      for (const match of text.matchAll(this.#pattern)) {
        const token = this.#byContent.get(match[0]) ?? null;
        const end = match.index + match[0].length;
        sections.push({ start: position, end: match.index, token: null });
        sections.push({ start: match.index, end, token });
        position = end;
      }
    }
    sections.push({ start: position, end: text.length, token: null });
    trimAround(text, sections);
    return sections.filter(({ start, end }) => start < end);
  }
}

/** RoBERTa's `<mask>` swallows the white space before it. */
function trimAround(
  text: string,
  sections: { start: number; end: number; token: AddedToken | null }[],
): void {
  for (let index = 1; index < sections.length; index += 2) {
    const { token } = sections[index];
    const before = sections[index - 1];
    const after = sections[index + 1];
    if (token?.lstrip === true) {
      before.end = before.start + text.slice(before.start, before.end).trimEnd().length;
    }
    if (token?.rstrip === true) {
      after.start = after.end - text.slice(after.start, after.end).trimStart().length;
    }
  }
}
