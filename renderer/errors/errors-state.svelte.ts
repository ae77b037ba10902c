import type { Failure } from '#contract/failure.ts';
import type { ErrorsView, TestedExampleView } from '#contract/scores.ts';
import { failureOf, type Client } from '../client/client.ts';

export const pageSize = 25;

/** Which example: by fold and place, both from 0. */
interface ExamplePlace {
  readonly fold: number;
  readonly place: number;
}

/** The list of errors of a task, a page at a time, and the one example whose text is shown. */
export class ErrorsState {
  page = $state.raw<ErrorsView | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** Fetched when it is opened, forgotten when it is closed. */
  example = $state.raw<TestedExampleView | null>(null);
  exampleFailure = $state.raw<Failure | null>(null);
  opened = $state.raw<ExamplePlace | null>(null);
  readonly #client: Client;
  readonly #of: { readonly studyId: string; readonly task: string };
  #asked = 0;

  constructor(client: Client, of: { readonly studyId: string; readonly task: string }) {
    this.#client = client;
    this.#of = of;
  }

  async load(model: string | null, offset: number): Promise<void> {
    const asked = ++this.#asked;
    try {
      const question = { ...this.#of, of: model, offset, limit: pageSize };
      const page = await this.#client.call('scores.errors', question);
      if (asked !== this.#asked) return;
      this.page = page;
      this.failure = null;
    } catch (error) {
      if (asked === this.#asked) this.failure = failureOf(error);
    }
  }

  close(): void {
    this.opened = null;
    this.example = null;
    this.exampleFailure = null;
  }

  isOpen({ fold, place }: ExamplePlace): boolean {
    return this.opened?.fold === fold && this.opened.place === place;
  }

  /** Shows the text of one example, or puts it away. */
  async toggle({ fold, place }: ExamplePlace): Promise<void> {
    const wasOpen = this.isOpen({ fold, place });
    this.close();
    if (wasOpen) return;
    const opened = { fold, place };
    this.opened = opened;
    try {
      const example = await this.#client.call('scores.example', { ...this.#of, ...opened });
      if (this.opened === opened) this.example = example;
    } catch (error) {
      if (this.opened === opened) this.exampleFailure = failureOf(error);
    }
  }
}
