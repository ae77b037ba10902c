/** What a work of this process is given of the world. */
export interface WorkEffects {
  readonly signal: AbortSignal;
  readonly report: (progress: unknown) => void;
}
