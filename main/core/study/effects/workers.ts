/** Processes, here or elsewhere, that compute folds from bundles. */
export interface Workers {
  /** That host and workers share. */
  readonly folder: string;
  /** How many work at once. */
  readonly slots: number;
  /** Does the work of a bundle until it is done or stopped. @throws what ended it otherwise */
  readonly work: (bundleFolder: string, stop: AbortSignal) => Promise<void>;
}
