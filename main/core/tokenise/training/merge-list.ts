import type { VocabularyBuilder } from './vocabulary-builder.ts';

/** The merges of a BPE vocabulary in the order of their ranks, each once. */
export class MergeList {
  readonly #vocabulary: VocabularyBuilder;
  readonly #list: (readonly [string, string])[];
  readonly #known: Set<string>;

  /** Begins with the merges that the vocabulary has. */
  constructor(vocabulary: VocabularyBuilder, known: readonly (readonly [string, string])[] = []) {
    this.#vocabulary = vocabulary;
    this.#list = [...known];
    this.#known = new Set(known.map((pair) => pair.join(' ')));
  }

  get list(): readonly (readonly [string, string])[] {
    return this.#list;
  }

  /**
   * Writes a merge down and gives the id of the token that it makes. The same pair can come again
   * where another merge has made one of its tokens anew; its first rank is the one that counts.
   */
  join(left: number, right: number): number {
    const pair = [this.#vocabulary.tokenOf(left), this.#vocabulary.tokenOf(right)] as const;
    const key = pair.join(' ');
    if (!this.#known.has(key)) {
      this.#known.add(key);
      this.#list.push(pair);
    }
    return this.#vocabulary.idFor(pair.join(''));
  }
}
