import type { CollectionsView, DocumentRow, ImportTask } from '#contract/documents.ts';
import type { ExportTask } from '#contract/document-export.ts';
import type { TokenTask } from '#contract/token-count.ts';
import type { ApiEvent } from '#contract/events.ts';
import type { Client } from '../client/client.ts';
import { Resource } from '../state/resource.svelte.ts';

/** The collections and sets of the workspace, and the import that runs. */
export class DocumentsState {
  readonly collections: Resource<CollectionsView>;
  /** The import that runs, or the latest; null when none was begun. */
  task = $state.raw<ImportTask | null>(null);
  /** The export that runs, waits for a yes, or was the latest; null when there was none. */
  exportTask = $state.raw<ExportTask | null>(null);
  /** The count of tokens that runs, or the latest; null when none was begun. */
  tokenTask = $state.raw<TokenTask | null>(null);
  readonly #client: Client;
  #isShown = false;

  constructor(client: Client) {
    this.#client = client;
    this.collections = new Resource(() => client.call('collections.list', {}));
  }

  show(): void {
    if (this.#isShown) return;
    this.#isShown = true;
    void this.load();
  }

  hide(): void {
    this.#isShown = false;
  }

  async load(): Promise<void> {
    if (!this.#isShown) return;
    await Promise.all([this.collections.load(), this.#loadTasks()]);
  }

  take(event: ApiEvent): void {
    if (event.type === 'document-import') this.task = event.task;
    if (event.type === 'document-export') this.exportTask = event.task;
    if (event.type === 'token-count') this.tokenTask = event.task;
    if (event.type === 'collections-changed') void this.load();
  }

  async #loadTasks(): Promise<void> {
    try {
      this.task = (await this.#client.call('collections.task', {})).task;
      this.exportTask = (await this.#client.call('exports.task', {})).task;
      this.tokenTask = (await this.#client.call('collections.tokenCount', {})).task;
    } catch {
      // The list beside it says what is wrong with the connection.
    }
  }
}

/** Rows that are asked for at once. */
const block = 100;

/** A list of documents of which only rows that were looked at are known. */
export class DocumentRows {
  numbers = $state.raw<readonly number[]>([]);
  /** By number. */
  rows = $state.raw<Readonly<Record<number, DocumentRow | undefined>>>({});
  readonly #client: Client;
  /** First indexes of the blocks that were asked for. */
  #asked: number[] = [];

  constructor(client: Client) {
    this.#client = client;
  }

  /** Throws what `ask` does. An answer that comes after a later question is passed over. */
  async find(ask: () => Promise<{ readonly numbers: readonly number[] }>): Promise<void> {
    const question = ++this.#question;
    const { numbers } = await ask();
    if (question !== this.#question) return;
    this.#asked = [];
    this.rows = {};
    this.numbers = numbers;
  }

  #question = 0;

  /** Asks for the rows from one index to another, block by block, each once. */
  async look(from: number, to: number): Promise<void> {
    const question = this.#question;
    for (let first = from - (from % block); first < to; first += block) {
      if (this.#asked.includes(first)) continue;
      this.#asked.push(first);
      const wanted = this.numbers.slice(first, first + block);
      if (wanted.length === 0) continue;
      try {
        const found = await this.#client.call('documents.rows', { numbers: wanted });
        if (question !== this.#question) return;
        this.rows = { ...this.rows, ...Object.fromEntries(found.map((row) => [row.number, row])) };
      } catch {
        this.#asked = this.#asked.filter((each) => each !== first);
        return;
      }
    }
  }
}
