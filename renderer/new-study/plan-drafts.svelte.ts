import type { Failure } from '#contract/failure.ts';
import type { Recipe } from '#contract/plan-form.ts';
import type { Client } from '../client/client.ts';
import { failureOf } from '../client/client.ts';

/**
 * A plan that is being written. The program keeps what is typed, so that a reload does not lose it:
 * what a browser keeps for a page lies unencrypted on the disk.
 */
export class PlanDraft {
  /** Null where nothing was written. */
  text = $state<string | null>(null);
  /** What the study is for, once somebody has chosen; null where nothing is to follow by itself. */
  recipe = $state.raw<Recipe | null | undefined>(undefined);
  /** False until the program has said what it keeps. */
  isLoaded = $state(false);
  /** Why the latest words are not kept; null while they are. */
  failure = $state.raw<Failure | null>(null);
  readonly #studyId: string | null;
  readonly #client: Client;
  #unsent: { readonly text: string | null } | null = null;
  #isSending = false;

  constructor(client: Client, studyId: string | null) {
    this.#client = client;
    this.#studyId = studyId;
  }

  /** Asks for what was written before, once. */
  async load(): Promise<void> {
    if (this.isLoaded) return;
    try {
      const { planText } = await this.#client.call('studies.planDraft', { studyId: this.#studyId });
      // What is typed meanwhile is newer.
      if (this.#unsent === null && !this.isLoaded) this.text = planText;
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    }
    this.isLoaded = true;
  }

  /** With null what was written is forgotten. */
  write(text: string | null): void {
    this.isLoaded = true;
    this.text = text;
    if (text === null) this.recipe = undefined;
    this.#unsent = { text };
    void this.#send();
  }

  /** Whether a reload would lose something. */
  get isAtRisk(): boolean {
    return this.#unsent !== null;
  }

  /** One call at a time: while it is on its way, all that is typed becomes the next. */
  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      while (this.#unsent !== null) {
        const sent = this.#unsent;
        await this.#client.call('studies.keepPlanDraft', {
          studyId: this.#studyId,
          planText: sent.text,
        });
        if (this.#unsent === sent) this.#unsent = null;
      }
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    }
    this.#isSending = false;
  }
}

/** The plans that are being written: one for each study that is changed, and one for a new one. */
export class PlanDrafts {
  readonly #client: Client;
  // What is in it never changes: nothing that is shown waits for a new entry.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #drafts = new Map<string | null, PlanDraft>();

  constructor(client: Client) {
    this.#client = client;
    addEventListener('beforeunload', (event) => {
      if ([...this.#drafts.values()].some(({ isAtRisk }) => isAtRisk)) event.preventDefault();
    });
  }

  /** Of the study that is changed; with null of a new one. */
  of(studyId: string | null): PlanDraft {
    const draft = this.#drafts.get(studyId) ?? new PlanDraft(this.#client, studyId);
    this.#drafts.set(studyId, draft);
    return draft;
  }
}
