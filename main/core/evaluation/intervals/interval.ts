/** How an interval was made. The list is closed. */
export type IntervalMethod =
  /** Of a share: score interval, to be shown; on average it covers as promised. */
  | 'wilson'
  /** Of a share: exact, to claim something; it never covers less than promised. */
  | 'clopper-pearson'
  /** Of a coefficient: estimate ± quantile times standard error. */
  | 'wald'
  /** Of a mean of differences, with Student’s t. */
  | 'student-t'
  /** Of PPV, NPV and alerts at a stated prevalence, from Wilson’s intervals of two shares. */
  | 'mover'
  /** From resampled groups, without and with correction for bias and skew. */
  | 'bootstrap-percentile'
  | 'bootstrap-bca';

/** Where the true value lies with the stated confidence. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  /** From 0 to 1, usually 0.95; two-sided. */
  readonly confidence: number;
  readonly method: IntervalMethod;
}
