import type { Advance } from '#core/base/advance.ts';

/** One work made of several, each of which tells how far it is in the same unit. */
export class SharedAdvance {
  readonly #advance: Advance;
  readonly #total: number;
  #before = 0;

  constructor(advance: Advance, total: number) {
    this.#advance = advance;
    this.#total = total;
  }

  /** Does a part that was expected to be so much. */
  async part<Result>(size: number, work: (advance: Advance) => Promise<Result>): Promise<Result> {
    const result = await work((what, done, total) =>
      this.#advance(what, this.#before + (total === 0 ? 0 : (done / total) * size), this.#total),
    );
    this.#before += size;
    return result;
  }
}
