/** Work is counted in floating-point operations, so that runs of any kind can be added up. */
export interface WorkSettings {
  readonly layers: number;
  readonly hiddenSize: number;
  readonly intermediateSize: number;
  /** Width of the rows; attention grows with it. */
  readonly columns: number;
  /** Targets per token times classes per target: the cost of the head. */
  readonly headOutputsPerToken: number;
}

/**
 * Operations to train on one token: forward once, backward twice (Kaplan et al. 2020, section 2.1,
 * with attention and the head added).
 */
export function trainingOperationsPerToken(settings: WorkSettings): number {
  const { layers, hiddenSize, intermediateSize, columns, headOutputsPerToken } = settings;
  const matrices = 4 * hiddenSize * hiddenSize + 2 * hiddenSize * intermediateSize;
  const attention = 2 * columns * hiddenSize;
  return 6 * (layers * (matrices + attention) + headOutputsPerToken * hiddenSize);
}

/** How long the rest takes, from how long the part that is done took. */
export class TimeEstimate {
  readonly #totalWork: number;
  #finishedWork = 0;
  #finishedMs = 0;

  constructor(totalWork: number) {
    this.#totalWork = totalWork;
  }

  /**
   * A run of `work` ended; `elapsedMs` null when its result was taken over from before. One without
   * work, such as a vocabulary, says nothing of how fast work is done.
   */
  finish(work: number, elapsedMs: number | null): void {
    if (work === 0) return;
    if (elapsedMs === null) {
      this.#skippedWork += work;
      return;
    }
    this.#finishedWork += work;
    this.#finishedMs += elapsedMs;
  }

  #skippedWork = 0;

  /**
   * Time left when `work` of the current run took `elapsedMs`; null before 2 seconds of work,
   * since the first steps warm the machine up and say little.
   */
  timeLeftMs(work: number, elapsedMs: number): number | null {
    const doneWork = this.#finishedWork + work;
    const doneMs = this.#finishedMs + elapsedMs;
    if (doneWork === 0 || doneMs < 2000) return null;
    const left = this.#totalWork - this.#skippedWork - doneWork;
    return Math.max(0, (left / doneWork) * doneMs);
  }
}
