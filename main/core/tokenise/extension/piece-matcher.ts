/** The part of WordPiece that matters to an extension: where greedy longest match cuts a word. */
export class PieceMatcher {
  readonly #idOf: ReadonlyMap<string, number>;
  readonly #continuingPrefix: string;
  readonly #longest: number;

  constructor(idOf: ReadonlyMap<string, number>, continuingPrefix: string) {
    this.#idOf = idOf;
    this.#continuingPrefix = continuingPrefix;
    let longest = 1;
    for (const token of idOf.keys()) longest = Math.max(longest, token.length);
    this.#longest = longest;
  }

  /** Ids of the pieces from a place in a word to its end; null where one is not in the vocabulary. */
  match(word: string, from: number): number[] | null {
    const ids: number[] = [];
    let start = from;
    while (start < word.length) {
      const prefix = start === 0 ? '' : this.#continuingPrefix;
      let end = Math.min(word.length, start + this.#longest);
      let id: number | undefined;
      for (; end > start; end--) {
        id = this.#idOf.get(prefix + word.slice(start, end));
        if (id !== undefined) break;
      }
      if (id === undefined) return null;
      ids.push(id);
      start = end;
    }
    return ids;
  }

  /** Length of the piece with which a word begins, in UTF-16 units; 0 where there is none. */
  firstLength(word: string): number {
    let end = Math.min(word.length, this.#longest);
    while (end > 0 && !this.#idOf.has(word.slice(0, end))) end--;
    return end;
  }
}
