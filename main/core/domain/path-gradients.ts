/** Points on the way from a baseline to one text, a row each. */
export interface PathBatch {
  /** [columns] of the text, and of the baseline. */
  readonly ids: Int32Array;
  readonly baselineIds: Int32Array;
  /** [rows] from 0, the baseline, to 1, the text. */
  readonly shares: Float32Array;
  readonly classIndex: number;
}

/** A classifier of texts that says how its answer changes with each token. */
export interface PathGradients {
  /**
   * At each point gradient · (embedding − embedding of the baseline) of the probability of the
   * class, [rows × columns], and that probability, [rows].
   */
  attribute(
    batch: PathBatch,
  ): Promise<{ readonly attributions: Float32Array; readonly probabilities: Float32Array }>;
  dispose(): Promise<void>;
}
