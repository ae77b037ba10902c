import type { Failure } from '#contract/failure.ts';
import { failureOf } from '../client/client.ts';

/** What a user asks for with a button: whether it is under way, and why the latest one failed. */
export class Attempt {
  isBusy = $state(false);
  failure = $state.raw<Failure | null>(null);

  /** Does nothing while another is under way: a button that was pressed twice asks once. */
  async run(work: () => Promise<unknown>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      await work();
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    }
    this.isBusy = false;
  }
}
