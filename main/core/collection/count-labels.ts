/** A class with its notes, or an entity type with its entities. */
export interface LabelCount {
  readonly label: string;
  readonly count: number;
}

/** Counts labels as they come. */
export class LabelTally {
  readonly #counts = new Map<string, number>();

  add(label: string): void {
    this.#counts.set(label, (this.#counts.get(label) ?? 0) + 1);
  }

  /** In alphabetical order. */
  list(): LabelCount[] {
    return [...this.#counts]
      .map(([label, count]) => ({ label, count }))
      .sort((a, b) => (a.label < b.label ? -1 : 1));
  }
}
