import type { Vocabulary } from '#core/tokenise/vocabulary.ts';

/** Gives new tokens the next id and known ones theirs. */
export class VocabularyBuilder {
  readonly #idOf: Map<string, number>;
  readonly #tokens: (string | undefined)[];

  /** Begins with the tokens of another vocabulary, or with none. */
  constructor(known?: Vocabulary) {
    this.#idOf = new Map(known?.idOf);
    this.#tokens = [...(known?.tokenOf ?? [])];
  }

  get idOf(): ReadonlyMap<string, number> {
    return this.#idOf;
  }

  /** Highest id + 1. */
  get size(): number {
    return this.#tokens.length;
  }

  idFor(token: string): number {
    const known = this.#idOf.get(token);
    if (known !== undefined) return known;
    this.#idOf.set(token, this.#tokens.length);
    return this.#tokens.push(token) - 1;
  }

  tokenOf(id: number): string {
    return this.#tokens[id] ?? '';
  }
}
