import { z } from 'zod';
import { toldSchema } from './phrase.ts';

/** The metrics that the window names in every language. Results of older studies may have others. */
export type MetricName =
  | 'mcc'
  | 'accuracy'
  | 'subset-accuracy'
  | 'hamming-loss'
  | 'f1-micro'
  | 'f1-macro'
  | 'f1-weighted'
  | 'precision-micro'
  | 'precision-macro'
  | 'precision-weighted'
  | 'recall-micro'
  | 'recall-macro'
  | 'recall-weighted'
  | 'precision'
  | 'recall'
  | 'f1'
  | 'support';

/** One measured value of one fold; every number shown links to the run it comes from. */
export const metricSchema = z.strictObject({
  runId: z.string(),
  model: z.string(),
  task: z.string(),
  /** 0-based. */
  fold: z.int(),
  /** For example "f1-micro"; `entityType` is null for a metric over all types or classes. */
  name: z.string(),
  entityType: z.string().nullable(),
  value: z.number(),
});

/** What the finished folds of one model say of one metric, as the report and the terminal show it. */
export const foldMeanSchema = z.strictObject({
  model: z.string(),
  task: z.string(),
  name: z.string(),
  entityType: z.string().nullable(),
  mean: z.number(),
  /** Half the 95 % t-interval of the mean; null for a single fold. */
  halfInterval: z.number().nullable(),
});

/** Closed: what may be said after comparing two models on the folds of one task. */
export const verdictSchema = z.enum([
  'candidate-better',
  'baseline-better',
  /** Better by one test, not by the one that allows for overlapping training sets. */
  'candidate-better-unconfirmed',
  'baseline-better-unconfirmed',
  'undecided',
  /** Even the clearest outcome could not reach the level: the smallest possible p is above it. */
  'too-few-folds',
  /** Not all folds of both models are finished. */
  'incomplete',
]);

export const comparisonSchema = z.strictObject({
  task: z.string(),
  metric: z.string(),
  baseline: z.string(),
  candidate: z.string(),
  /** Pairs of folds that both models have finished. */
  folds: z.int(),
  /** Mean of candidate − baseline over folds; null without a finished pair. */
  meanDifference: z.number().nullable(),
  /** Of the mean difference, 95 %; corrected as `correctedP` is. Null with a single fold. */
  interval: z.strictObject({ lower: z.number(), upper: z.number() }).nullable(),
  /** How Wilcoxon's signed-rank test, two-sided, gave `p`. */
  wilcoxon: z.enum(['exact', 'approximate']),
  /**
   * The test whose p is adjusted and judged. Where the examples were divided several times it is the
   * corrected one over all folds, and `p` and `smallestP` are of the first division.
   */
  decidedBy: z.enum(['wilcoxon', 'corrected-t']),
  statistic: z.number().nullable(),
  p: z.number().nullable(),
  /** After Holm's correction over the comparisons of the study; null without one. */
  adjustedP: z.number().nullable(),
  /** Nadeau and Bengio's test, which allows for overlapping training sets. */
  correctedP: z.number().nullable(),
  /** The smallest p that this number of folds can give: 2 / 2^folds for Wilcoxon. */
  smallestP: z.number().nullable(),
  /** Below this p a difference is called more than luck, usually 0.05. */
  level: z.number(),
  verdict: verdictSchema,
  /** The verdict in one plain sentence, the same as in the report and on the terminal. */
  sentence: toldSchema,
});

export type MetricView = z.infer<typeof metricSchema>;
export type FoldMeanView = z.infer<typeof foldMeanSchema>;
export type ComparisonView = z.infer<typeof comparisonSchema>;
export type Verdict = z.infer<typeof verdictSchema>;
