import { AnamnesisError, isAnamnesisError } from '#core/base/error.ts';
import { keyOfName } from '#core/storage/persons.ts';
import { say } from '#core/wording/say.ts';

/** So many may fail before the next has to wait. */
const freeAttempts = 5;
const longestWaitMs = 60_000;
/** Each costs memory and time of a processor: more at once are refused. */
const maxWaiting = 8;
/** A failure that is this old counts no more. */
const forgottenAfterMs = 15 * 60_000;

export interface SignInBrake {
  /**
   * Lets one attempt at a time through, and none while earlier failures of the same name, or of all
   * together, make it wait. Throws `person.too-many-attempts`.
   */
  attempt<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
}

interface Failures {
  readonly count: number;
  readonly latestMs: number;
}

/** After five failures of a name, or thirty of all, each further one doubles the wait, to a minute. */
export function createSignInBrake(nowMs: () => number): SignInBrake {
  const failures = new Map<string, Failures>();
  const everybody = 'everybody';
  let waiting = 0;
  let before: Promise<unknown> = Promise.resolve();

  const waitOf = (key: string, free: number): number => {
    const found = failures.get(key);
    if (found === undefined || nowMs() - found.latestMs > forgottenAfterMs) {
      failures.delete(key);
      return 0;
    }
    if (found.count < free) return 0;
    const wait = Math.min(longestWaitMs, 1_000 * 2 ** Math.min(found.count - free, 10));
    return Math.max(0, found.latestMs + wait - nowMs());
  };
  const count = (key: string) => {
    failures.set(key, { count: (failures.get(key)?.count ?? 0) + 1, latestMs: nowMs() });
    // Names that were only guessed must not fill the memory.
    const [oldest] = failures.keys();
    if (failures.size > 1_000 && oldest !== undefined) failures.delete(oldest);
  };

  return {
    async attempt(name, work) {
      const key = `name ${keyOfName(name)}`;
      if (waiting >= maxWaiting) throw tooMany(1);
      waiting++;
      const turn = before;
      let done: () => void = () => undefined;
      before = new Promise<void>((resolve) => (done = resolve));
      await turn;
      try {
        const waitMs = Math.max(waitOf(key, freeAttempts), waitOf(everybody, 6 * freeAttempts));
        if (waitMs > 0) throw tooMany(Math.ceil(waitMs / 1_000));
        try {
          const result = await work();
          failures.delete(key);
          return result;
        } catch (error) {
          if (isWrongGuess(error)) {
            count(key);
            count(everybody);
          }
          throw error;
        }
      } finally {
        waiting--;
        done();
      }
    },
  };
}

function isWrongGuess(error: unknown): boolean {
  return (
    isAnamnesisError(error, 'person.unknown') || isAnamnesisError(error, 'workspace.wrong-key')
  );
}

function tooMany(seconds: number): AnamnesisError {
  return new AnamnesisError('person.too-many-attempts', {
    expected: say('people', 'fewerAttempts'),
    found: say('window', 'more'),
    remedy: say('people', 'waitSeconds', seconds),
  });
}
