/**
 * A long computation that pauses every few milliseconds. Whoever drives it chooses what happens
 * meanwhile: nothing, or the turn of everything else in the process. It may tell at each pause how far
 * it is.
 */
export type Paced<Result, Told = undefined> = Generator<Told, Result, undefined>;

/** Drives a computation to its end without a pause. */
export function finishAtOnce<Result>(work: Paced<Result, unknown>): Result {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
  }
}

/** Drives it with `pause` at each pause; what that rejects with ends the computation. */
export async function finishInTurns<Result, Told>(
  work: Paced<Result, Told>,
  pause: (told: Told) => Promise<void>,
): Promise<Result> {
  try {
    for (;;) {
      const next = work.next();
      if (next.done === true) return next.value;
      await pause(next.value);
    }
  } finally {
    // An unfinished one closes what it reads from.
    work.return(undefined as never);
  }
}
