import { LineSet } from '#core/base/line-set.ts';

/** Counts texts that were there before, in some bytes for each. */
export class RepeatedTexts {
  readonly #seen = new LineSet();
  count = 0;
  /** Of the first that repeats an earlier one; null where none does. */
  firstLine: number | null = null;

  add(text: string, line: number): void {
    if (this.#seen.add(text)) return;
    this.count++;
    this.firstLine ??= line;
  }
}
