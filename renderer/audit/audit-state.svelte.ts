import type { AuditCheck, AuditEntry, AuditFilter, AuditPage } from '#contract/audit.ts';
import type { Failure } from '#contract/failure.ts';
import { failureOf, type Client } from '../client/client.ts';
import { Resource } from '../state/resource.svelte.ts';

const pageSize = 100;

export const noAuditFilter: AuditFilter = {
  words: '',
  action: null,
  personId: null,
  fromMs: null,
  beforeMs: null,
};

/** The audit log, read backwards page by page. */
export class AuditState {
  entries = $state.raw<readonly AuditEntry[]>([]);
  filter = $state.raw(noAuditFilter);
  hasMore = $state(false);
  head = $state.raw<AuditPage['head']>(null);
  persons = $state.raw<AuditPage['persons']>([]);
  actions = $state.raw<AuditPage['actions']>([]);
  failure = $state.raw<Failure | null>(null);
  /** False until the first page is there. */
  isLoaded = $state(false);
  readonly check: Resource<AuditCheck>;
  readonly #client: Client;
  #asked = 0;

  constructor(client: Client) {
    this.#client = client;
    this.check = new Resource(() => client.call('audit.verify', {}));
  }

  /** Shows the newest entries that fit. */
  async show(filter: AuditFilter): Promise<void> {
    this.filter = filter;
    await this.#load(null);
  }

  async loadOlder(): Promise<void> {
    await this.#load(this.entries.at(-1)?.sequence ?? null);
  }

  /** What was asked for last is shown, whichever answer comes last. */
  async #load(beforeSequence: number | null): Promise<void> {
    const asked = ++this.#asked;
    const { filter } = this;
    try {
      const page = await this.#client.call('audit.list', {
        beforeSequence,
        limit: pageSize,
        filter,
      });
      if (asked !== this.#asked) return;
      this.entries = beforeSequence === null ? page.entries : [...this.entries, ...page.entries];
      this.hasMore = page.hasMore;
      this.head = page.head;
      this.persons = page.persons;
      this.actions = page.actions;
      this.failure = null;
      this.isLoaded = true;
    } catch (error) {
      if (asked === this.#asked) this.failure = failureOf(error);
    }
  }
}
