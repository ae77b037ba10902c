import type { QueueFilterView, QueuePage } from '#contract/annotation.ts';
import type { Client } from '../client/client.ts';

type QueueRow = QueuePage['rows'][number];

/** Rows that are asked for at once. */
const block = 100;

export const wholeQueue: QueueFilterView = {
  state: null,
  isFlagged: null,
  isUnsure: null,
  hasRemark: null,
  label: null,
  search: null,
};

/** The queue of a person, of which only rows that were looked at are known. */
export class QueueRows {
  total = $state<number | null>(null);
  /** Rises with each list that was found: another one may be as long. */
  found = $state(0);
  /** By their place among those that fit. */
  rows = $state.raw<Readonly<Record<number, QueueRow | undefined>>>({});
  readonly #client: Client;
  readonly #projectId: number;
  #filter: QueueFilterView = wholeQueue;
  /** First places of the blocks that were asked for. */
  #asked: number[] = [];
  #question = 0;

  constructor(client: Client, projectId: number) {
    this.#client = client;
    this.#projectId = projectId;
  }

  /** Throws a CallError. An answer that comes after a later question is passed over. */
  async find(filter: QueueFilterView): Promise<void> {
    const question = ++this.#question;
    this.#filter = filter;
    const page = await this.#ask(0);
    if (question !== this.#question) return;
    this.#asked = [0];
    this.total = page.total;
    this.found += 1;
    this.rows = Object.fromEntries(page.rows.map((row, index) => [index, row]));
  }

  /** Asks for the rows from one place to another, block by block, each once. */
  async look(from: number, to: number): Promise<void> {
    const question = this.#question;
    for (let first = from - (from % block); first < to; first += block) {
      if (this.#asked.includes(first)) continue;
      this.#asked.push(first);
      try {
        const { rows } = await this.#ask(first);
        if (question !== this.#question) return;
        const found = rows.map((row, index) => [first + index, row] as const);
        this.rows = { ...this.rows, ...Object.fromEntries(found) };
      } catch {
        this.#asked = this.#asked.filter((each) => each !== first);
        return;
      }
    }
  }

  #ask(skip: number): Promise<QueuePage> {
    const [projectId, filter] = [this.#projectId, this.#filter];
    return this.#client.call('annotation.queue', { projectId, filter, skip, limit: block });
  }
}
