import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * For whom the code at hand works. Kept beside the calls, not in their parameters: what is written
 * down lies below all stores, and a work that a call began goes on when the call was answered.
 */
const acting = new AsyncLocalStorage<string | null>();

/** All that `work` begins is done for this person; with null by the program itself. */
export function actAs<Result>(personId: string | null, work: () => Result): Result {
  return acting.run(personId, work);
}

/** The id of the person for whom this is done; null for the program, undefined where nobody said. */
export function actingPerson(): string | null | undefined {
  return acting.getStore();
}
