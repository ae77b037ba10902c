import type { Failure } from '#contract/failure.ts';
import { failureOf } from '../client/client.ts';

/**
 * Something that is asked for, shown, and asked for again when it changed. While one request is on
 * its way, any number of further ones become a single one after it.
 */
export class Resource<Value> {
  value = $state.raw<Value | null>(null);
  failure = $state.raw<Failure | null>(null);
  readonly #ask: () => Promise<Value>;
  #isAsking = false;
  #askAgain = false;

  constructor(ask: () => Promise<Value>) {
    this.#ask = ask;
  }

  async load(): Promise<void> {
    if (this.#isAsking) {
      this.#askAgain = true;
      return;
    }
    this.#isAsking = true;
    do {
      this.#askAgain = false;
      try {
        this.value = await this.#ask();
        this.failure = null;
      } catch (error) {
        this.failure = failureOf(error);
      }
    } while (this.#askAgain);
    this.#isAsking = false;
  }
}
