/** How often two tokens stand next to each other, and in which words. */
export interface PairEntry {
  readonly left: number;
  readonly right: number;
  count: number;
  /** Indices of words; may hold a word twice, and words that no longer have the pair. */
  words: number[];
}

/** Vocabularies are far smaller than this, so that two ids fit one number exactly. */
const idRange = 2 ** 26;

/** The counts of all pairs, kept up to date while words change. */
export class PairTable {
  readonly #entries = new Map<number, PairEntry>();
  readonly #raised = new Set<PairEntry>();

  get(left: number, right: number): PairEntry | undefined {
    return this.#entries.get(left * idRange + right);
  }

  /** Counts `count` more occurrences (or fewer, when negative) of a pair in a word. */
  add(
    left: number,
    right: number,
    change: { readonly count: number; readonly word: number },
  ): void {
    const key = left * idRange + right;
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = { left, right, count: 0, words: [] };
      this.#entries.set(key, entry);
    }
    entry.count += change.count;
    if (change.count <= 0) return;
    if (entry.words.at(-1) !== change.word) entry.words.push(change.word);
    this.#raised.add(entry);
  }

  /** The pairs that became more frequent since the last call. */
  takeRaised(): readonly PairEntry[] {
    const raised = [...this.#raised];
    this.#raised.clear();
    return raised;
  }
}
