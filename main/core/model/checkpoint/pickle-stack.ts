import type { PickleInput } from './pickle-input.ts';

/** Marks the start of a variable number of values. */
const mark = Symbol('mark');

/** The stack of the machine that a pickle is written for, and what it remembers by number. */
export class PickleStack {
  /** Tells where it is when something is wrong. */
  readonly #input: PickleInput;
  readonly #values: unknown[] = [];
  readonly #memo = new Map<number, unknown>();

  constructor(input: PickleInput) {
    this.#input = input;
  }

  push(value: unknown): void {
    this.#values.push(value);
  }

  pushMark(): void {
    this.#values.push(mark);
  }

  top(): unknown {
    return this.#requireValue(this.#values.at(-1));
  }

  pop(): unknown {
    return this.#requireValue(this.#values.pop());
  }

  /** Takes so many values away; they come in the order in which they were pushed. */
  popMany(count: number): unknown[] {
    return Array.from({ length: count }, () => this.pop()).reverse();
  }

  /** Takes a value away, or a mark. */
  drop(): void {
    if (this.#values.at(-1) === mark) this.#values.pop();
    else this.pop();
  }

  /** The values since the last mark, which goes away with them. */
  popToMark(): unknown[] {
    const at = this.#values.lastIndexOf(mark);
    if (at < 0) throw this.#input.malformed('a mark', 'none');
    const values = this.#values.splice(at + 1);
    this.#values.pop();
    return values;
  }

  /** By default under the next number. */
  remember(index = this.#memo.size): void {
    this.#memo.set(index, this.top());
  }

  recall(index: number): void {
    if (!this.#memo.has(index)) {
      throw this.#input.malformed('a remembered value', `none as ${index}`);
    }
    this.push(this.#memo.get(index));
  }

  #requireValue(value: unknown): unknown {
    if (value !== mark && value !== undefined) return value;
    throw this.#input.malformed('a value', 'an empty stack');
  }
}
