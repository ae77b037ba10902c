/** A learning rate for each optimiser step. */
export interface ScheduleSettings {
  readonly peakLearningRate: number;
  /** Optimiser steps of the whole training. */
  readonly stepCount: number;
  /** Steps over which the rate climbs from 0 to its peak. */
  readonly warmupStepCount: number;
}

/**
 * Linear warm-up followed by linear decay to zero, as in Devlin et al. 2019, appendix A.2.
 * `step` counts from 0; the first step after the warm-up has the peak rate.
 */
export function learningRateAt(step: number, settings: ScheduleSettings): number {
  const { peakLearningRate, stepCount, warmupStepCount } = settings;
  if (step < warmupStepCount) return (peakLearningRate * (step + 1)) / (warmupStepCount + 1);
  const decayStepCount = stepCount - warmupStepCount;
  return peakLearningRate * Math.max(0, (stepCount - step) / Math.max(1, decayStepCount));
}
