/**
 * How many items there are and for how many they count, as `effectiveCount` says it, while items come
 * and go one by one.
 */
export class GroupedCount {
  total = 0;
  #squares = 0;
  readonly #sizes = new Map<string, number>();

  /** A group of null is a group of its own. */
  add(groupId: string | null): void {
    this.total++;
    if (groupId === null) {
      this.#squares++;
      return;
    }
    const size = this.#sizes.get(groupId) ?? 0;
    this.#squares += 2 * size + 1;
    this.#sizes.set(groupId, size + 1);
  }

  /** Takes out one that was added. */
  remove(groupId: string | null): void {
    this.total--;
    if (groupId === null) {
      this.#squares--;
      return;
    }
    const size = this.#sizes.get(groupId) ?? 0;
    this.#squares -= 2 * size - 1;
    this.#sizes.set(groupId, size - 1);
  }

  /** (Σ n)²/Σ n²; 0 without items. */
  get effective(): number {
    return this.#squares === 0 ? 0 : this.total ** 2 / this.#squares;
  }
}
