/**
 * A long computation that pauses every few milliseconds. Whoever drives it chooses what happens
 * meanwhile: nothing, or the turn of everything else in the process.
 */
export type Paced<Result> = Generator<undefined, Result, undefined>;

/** Drives a computation to its end without a pause. */
export function finishAtOnce<Result>(work: Paced<Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

/** Drives it with `pause` at each pause; what that rejects with ends the computation. */
export async function finishInTurns<Result>(
  work: Paced<Result>,
  pause: () => Promise<void>,
): Promise<Result> {
  try {
    for (;;) {
      const { done, value } = work.next();
      if (done === true) return value;
      await pause();
    }
  } finally {
    // An unfinished one closes what it reads from.
    work.return(undefined as never);
  }
}
