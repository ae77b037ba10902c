import type { RunKind, ShownState } from '#contract/run.ts';

/** Words that several areas share: states, kinds of steps, counts, time that is left. */
export interface CommonMessages {
  readonly cancel: string;
  readonly close: string;
  readonly tryAgain: string;
  readonly dismiss: string;
  /** Of a step. */
  readonly runStates: Readonly<Record<ShownState, string>>;
  /** A queued step waits for its turn; a queued study waits for somebody to start it. */
  readonly studyStates: Readonly<Record<ShownState, string>>;
  readonly placeInQueue: (place: number) => string;
  readonly runKinds: Readonly<Record<RunKind, string>>;
  /** Folds are counted from 1 for people. */
  readonly fold: (number: number) => string;
  readonly folds: (count: number) => string;
  readonly steps: (count: number) => string;
  readonly notes: (count: number) => string;
  readonly sentences: (count: number) => string;
  /** An estimate, so it is never given finer than it can be known. */
  readonly secondsLeft: string;
  readonly timeLeft: (duration: string) => string;
}
