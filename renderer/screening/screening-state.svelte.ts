import type { ApiEvent } from '#contract/events.ts';
import type { ScreeningView, ScreeningWork } from '#contract/screening-work.ts';
import type { ScreeningReleaseView } from '#contract/screening.ts';
import type { Client } from '../client/client.ts';
import { Resource } from '../state/resource.svelte.ts';

/** What is released, each time that it was let look at notes, and the work that is under way. */
export class ScreeningState {
  readonly releases: Resource<readonly ScreeningReleaseView[]>;
  readonly screenings: Resource<readonly ScreeningView[]>;
  /** The screening that runs, or the latest; null when none was begun. */
  work = $state.raw<ScreeningWork | null>(null);
  readonly #client: Client;
  #isShown = false;

  constructor(client: Client) {
    this.#client = client;
    this.releases = new Resource(
      async () => (await client.call('screening.releases', {})).releases,
    );
    this.screenings = new Resource(
      async () => (await client.call('screening.list', {})).screenings,
    );
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
    await Promise.all([this.releases.load(), this.screenings.load(), this.#loadWork()]);
  }

  take(event: ApiEvent): void {
    if (event.type === 'screening-work') this.work = event.work;
    if (event.type === 'screening-changed') void this.load();
  }

  async #loadWork(): Promise<void> {
    try {
      this.work = (await this.#client.call('screening.work', {})).work;
    } catch {
      // The lists beside it say what is wrong with the connection.
    }
  }
}
