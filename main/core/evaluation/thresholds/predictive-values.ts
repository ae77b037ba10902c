import { requireShare } from './require-share.ts';

export interface TestQuality {
  /** Share of the positives that alert, from 0 to 1. */
  readonly sensitivity: number;
  /** Share of the negatives that do not alert, from 0 to 1. */
  readonly specificity: number;
}

/** What an alert and its absence mean where the class has a stated prevalence. */
export interface PredictiveValues {
  /** Share of alerts that are right; null where nothing alerts. */
  readonly ppv: number | null;
  /** Share of the others that are rightly not alerted; null where all alerts. */
  readonly npv: number | null;
  /** Of 1,000 notes, how many alert. */
  readonly alertsPerThousand: number;
}

/**
 * By Bayes’ rule (Altman and Bland, BMJ 309:102, 1994), with prevalence π: alerts π·Se + (1 − π)(1 −
 * Sp), PPV π·Se over these, NPV (1 − π)·Sp over the rest. It holds where sensitivity and specificity
 * are the same as where they were measured. Throws `evaluation.out-of-range`.
 */
export function predictiveValues(
  { sensitivity, specificity }: TestQuality,
  prevalence: number,
): PredictiveValues {
  requireShare('sensitivity', sensitivity);
  requireShare('specificity', specificity);
  requireShare('prevalence', prevalence);
  const found = prevalence * sensitivity;
  const cleared = (1 - prevalence) * specificity;
  const alerts = found + (1 - prevalence) * (1 - specificity);
  const others = cleared + prevalence * (1 - sensitivity);
  return {
    ppv: alerts === 0 ? null : found / alerts,
    npv: others === 0 ? null : cleared / others,
    alertsPerThousand: 1000 * alerts,
  };
}
