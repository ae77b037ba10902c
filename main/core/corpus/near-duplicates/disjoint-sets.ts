import { GrowingNumbers } from './growing-numbers.ts';

/** Which of many documents belong together (union–find, Tarjan 1975). */
export class DisjointSets {
  readonly #parents = new GrowingNumbers();

  /** Another document, in a set of its own. */
  add(): void {
    this.#parents.push(this.#parents.length);
  }

  /** The document that stands for the set: its earliest. */
  find(document: number): number {
    const parents = this.#parents.values;
    let at = document;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  unite(first: number, second: number): void {
    const a = this.find(first);
    const b = this.find(second);
    this.#parents.values[Math.max(a, b)] = Math.min(a, b);
  }
}
