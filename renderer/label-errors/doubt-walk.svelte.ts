import type { LabelErrorsView } from '#contract/label-errors.ts';
import type { DocumentView } from '#contract/documents.ts';
import type { Failure } from '#contract/failure.ts';
import { failureOf, type Client } from '../client/client.ts';
import { PagedRows } from '../state/paged-rows.svelte.ts';

export type Doubt = LabelErrorsView['rows'][number];

/** Who ranked: a model in a task of a study. */
export interface RankedBy {
  readonly studyId: string;
  readonly task: string;
  readonly model: string;
}

/** Labels in doubt, walked through one by one: each decision is on the disk when it is shown. */
export class DoubtWalk {
  readonly list = new PagedRows<Doubt>(50);
  /** What is told of all, as last heard. */
  view = $state.raw<LabelErrorsView | null>(null);
  document = $state.raw<DocumentView | null>(null);
  at = $state(0);
  failure = $state.raw<Failure | null>(null);
  isBusy = $state(false);
  readonly current: Doubt | null = $derived(this.list.rows[this.at] ?? null);
  readonly #client: Client;
  readonly #by: RankedBy;
  #kind: Doubt['kind'] | null = null;

  constructor(client: Client, by: RankedBy) {
    this.#client = client;
    this.#by = by;
  }

  /** Of one kind alone, or of all for null. */
  async find(kind: Doubt['kind'] | null): Promise<void> {
    this.#kind = kind;
    await this.#try(async () => {
      await this.list.find((skip, limit) => this.#ask(skip, limit));
      this.at = 0;
      await this.#showText();
    });
  }

  async walkTo(index: number): Promise<void> {
    this.at = Math.max(0, Math.min((this.list.total ?? 1) - 1, index));
    await this.list.look(this.at, this.at + 1);
    await this.#try(() => this.#showText());
  }

  /** Keeps or changes the current one, or opens it again, and goes on to the next. */
  async decide(decision: Doubt['decision']): Promise<void> {
    const { current, at } = this;
    if (current === null || this.isBusy) return;
    this.isBusy = true;
    await this.#try(async () => {
      const { number, key } = current;
      await this.#client.call('labelErrors.decide', { ...this.#by, number, key, decision });
      this.list.rows = { ...this.list.rows, [at]: { ...current, decision } };
      const { decided } = await this.#ask(0, 1);
      if (this.view !== null) this.view = { ...this.view, decided };
    });
    this.isBusy = false;
    if (decision !== null && this.failure === null) await this.walkTo(at + 1);
  }

  async #ask(skip: number, limit: number): Promise<LabelErrorsView> {
    this.view = await this.#client.call('labelErrors.list', {
      ...this.#by,
      kind: this.#kind,
      decision: null,
      skip,
      limit,
    });
    return this.view;
  }

  async #showText(): Promise<void> {
    const number = this.current?.number;
    if (number === undefined || number === this.document?.number) return;
    const document = await this.#client.call('documents.get', { number });
    // Another one was walked to meanwhile.
    if (this.current?.number === number) this.document = document;
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    }
  }
}
