import type { ApiEvent } from '#contract/events.ts';
import type { InsightView, InsightWork } from '#contract/insights.ts';
import type { Client } from '../client/client.ts';
import { Resource } from '../state/resource.svelte.ts';

/** What was found out of models, and the work that is under way. */
export class InsightsState {
  readonly list: Resource<readonly InsightView[]>;
  /** The work that runs, or the latest; null when none was begun. */
  work = $state.raw<InsightWork | null>(null);
  readonly #client: Client;
  #isShown = false;

  constructor(client: Client) {
    this.#client = client;
    this.list = new Resource(async () => (await client.call('insights.list', {})).insights);
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
    await Promise.all([this.list.load(), this.#loadWork()]);
  }

  take(event: ApiEvent): void {
    if (event.type === 'insight-work') this.work = event.work;
    if (event.type === 'insights-changed') void this.load();
  }

  async #loadWork(): Promise<void> {
    try {
      this.work = (await this.#client.call('insights.work', {})).work;
    } catch {
      // The list beside it says what is wrong with the connection.
    }
  }
}
