type Ask<Row> = (
  skip: number,
  limit: number,
) => Promise<{ readonly total: number; readonly rows: readonly Row[] }>;

/** A list of any length, of which only rows that were looked at are known. */
export class PagedRows<Row> {
  total = $state<number | null>(null);
  /** Rises with each list that was found: another one may be as long. */
  found = $state(0);
  /** By their place among those that fit. */
  rows = $state.raw<Readonly<Record<number, Row | undefined>>>({});
  /** Rows that are asked for at once. */
  readonly #block: number;
  #ask: Ask<Row> | null = null;
  /** First places of the blocks that were asked for. */
  #asked: number[] = [];
  #question = 0;

  constructor(block: number) {
    this.#block = block;
  }

  /** Throws a CallError. An answer that comes after a later question is passed over. */
  async find(ask: Ask<Row>): Promise<void> {
    const question = ++this.#question;
    this.#ask = ask;
    const page = await ask(0, this.#block);
    if (question !== this.#question) return;
    this.#asked = [0];
    this.total = page.total;
    this.found += 1;
    this.rows = Object.fromEntries(page.rows.map((row, index) => [index, row]));
  }

  /** Asks for the rows from one place to another, block by block, each once. */
  async look(from: number, to: number): Promise<void> {
    const question = this.#question;
    const block = this.#block;
    for (let first = from - (from % block); first < to; first += block) {
      if (this.#ask === null || this.#asked.includes(first)) continue;
      this.#asked.push(first);
      try {
        const { rows } = await this.#ask(first, block);
        if (question !== this.#question) return;
        const found = rows.map((row, index) => [first + index, row] as const);
        this.rows = { ...this.rows, ...Object.fromEntries(found) };
      } catch {
        this.#asked = this.#asked.filter((each) => each !== first);
        return;
      }
    }
  }
}
