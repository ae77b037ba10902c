import type { Advance } from '#core/base/advance.ts';

/**
 * One work made of several, each of which tells how far it is in a unit of its own. It is told under
 * one name, since the time left is judged for each name by itself, and never goes back where a part
 * begins anew.
 */
export class SharedAdvance {
  readonly #advance: Advance;
  readonly #what: string;
  readonly #total: number;
  #before = 0;
  #furthest = 0;

  constructor(advance: Advance, what: string, total: number) {
    this.#advance = advance;
    this.#what = what;
    this.#total = total;
  }

  /** Does a part that was expected to be so much. */
  async part<Result>(size: number, work: (advance: Advance) => Promise<Result>): Promise<Result> {
    const result = await work((_, done, total) => {
      const share = total === 0 ? 0 : done / total;
      this.#furthest = Math.max(this.#furthest, this.#before + share * size);
      return this.#advance(this.#what, this.#furthest, this.#total);
    });
    this.#before += size;
    return result;
  }
}
