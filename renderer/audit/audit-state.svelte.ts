import type { AuditCheck, AuditEntry } from '#contract/audit.ts';
import type { Failure } from '#contract/failure.ts';
import { failureOf } from '../client/client.ts';
import type { Client } from '../client/client.ts';
import { Resource } from '../state/resource.svelte.ts';

const pageSize = 100;

/** The audit log, read backwards page by page. */
export class AuditState {
  entries = $state.raw<readonly AuditEntry[]>([]);
  hasMore = $state(false);
  failure = $state.raw<Failure | null>(null);
  readonly check: Resource<AuditCheck>;
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
    this.check = new Resource(() => client.call('audit.verify', {}));
  }

  async loadOlder(): Promise<void> {
    try {
      const beforeSequence = this.entries.at(-1)?.sequence ?? null;
      const page = await this.#client.call('audit.list', { beforeSequence, limit: pageSize });
      this.entries = [...this.entries, ...page.entries];
      this.hasMore = page.hasMore;
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    }
  }
}
