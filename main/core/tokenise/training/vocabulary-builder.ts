/** Gives new tokens the next id and known ones theirs. */
export class VocabularyBuilder {
  readonly #idOf = new Map<string, number>();
  readonly #tokens: string[] = [];

  get idOf(): ReadonlyMap<string, number> {
    return this.#idOf;
  }

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
    return this.#tokens[id];
  }
}
