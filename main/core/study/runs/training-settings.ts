import type { LoopSettings } from '#core/training/loop.ts';
import type { AdamWSettings } from '#core/training/ports.ts';

/** What every kind of training in a plan says of its updates. */
interface TrainingPlan {
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly warmupFraction: number;
  readonly maxGradientNorm: number | null;
  readonly dropout: number;
  readonly layerDecay?: number | undefined;
}

/** AdamW's constants as Devlin et al. 2019 (appendix A.2) and PyTorch use them. */
export function toOptimiser({ weightDecay, layerDecay }: TrainingPlan): AdamWSettings {
  const constants = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
  return { ...constants, weightDecay, ...(layerDecay === undefined ? {} : { layerDecay }) };
}

/** The settings of the loop; a plan without dropout draws no masks. */
export function toLoopSettings(plan: TrainingPlan, seed: number): LoopSettings {
  return {
    peakLearningRate: plan.learningRate,
    warmupFraction: plan.warmupFraction,
    maxGradientNorm: plan.maxGradientNorm,
    dropoutSeed: plan.dropout > 0 ? seed : null,
  };
}
