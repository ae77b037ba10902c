import type { AdamWSettings } from './ports.ts';

/**
 * One AdamW update as numbers, ready for an element-wise pass (Loshchilov and Hutter, "Decoupled
 * weight decay regularization", ICLR 2019, algorithm 2, with bias correction as in PyTorch).
 * With learning rate η, step number t, weight decay λ and the clip factor c:
 *
 *     g ← c·g
 *     m ← β₁·m + (1 − β₁)·g                 first moment, as torch's `exp_avg`
 *     v ← β₂·v + (1 − β₂)·g²                second moment, as torch's `exp_avg_sq`
 *     w ← (1 − η·λ)·w − η·√(1 − β₂ᵗ)/(1 − β₁ᵗ) · m / (√v + ε·√(1 − β₂ᵗ))
 *
 * The last line is torch's η·m̂ / (√v̂ + ε) with both corrections pulled out of the element loop.
 */
export interface AdamWStep {
  readonly beta1: number;
  readonly beta2: number;
  /** c: factor of every gradient; 1 where nothing is clipped and the loss was not scaled. */
  readonly gradientScale: number;
  /** 1 − η·λ, for matrices. */
  readonly weightScale: number;
  /** η·√(1 − β₂ᵗ)/(1 − β₁ᵗ) */
  readonly stepSize: number;
  /** ε·√(1 − β₂ᵗ) */
  readonly epsilon: number;
}

/** What decides the next step besides the settings that stay the same. */
export interface AdamWMoment {
  readonly learningRate: number;
  /** 1 for the first update. */
  readonly stepNumber: number;
  /** Global norm of the gradients before clipping, and the norm allowed; null does not clip. */
  readonly gradientNorm: number;
  readonly maxGradientNorm: number | null;
  /** What the loss, and so every gradient, was multiplied with; the norm is that without it. */
  readonly lossScale?: number;
}

/** As torch.nn.utils.clip_grad_norm_: all gradients shrink together, direction is kept. */
export function scaleToNorm(gradientNorm: number, maxGradientNorm: number | null): number {
  if (maxGradientNorm === null) return 1;
  return Math.min(1, maxGradientNorm / (gradientNorm + 1e-6));
}

/** The numbers of one update; the formula stands at {@link AdamWStep}. */
export function planAdamWStep(settings: AdamWSettings, moment: AdamWMoment): AdamWStep {
  const { beta1, beta2 } = settings;
  const correction1 = 1 - beta1 ** moment.stepNumber;
  const correction2 = Math.sqrt(1 - beta2 ** moment.stepNumber);
  return {
    beta1,
    beta2,
    gradientScale:
      scaleToNorm(moment.gradientNorm, moment.maxGradientNorm) / (moment.lossScale ?? 1),
    weightScale: 1 - moment.learningRate * settings.weightDecay,
    stepSize: (moment.learningRate * correction2) / correction1,
    epsilon: settings.epsilon * correction2,
  };
}

/** The same update at a share of its learning rate: decay and step shrink, moments do not. */
export function scaleAdamWStep(step: AdamWStep, shareOfRate: number): AdamWStep {
  if (shareOfRate === 1) return step;
  return {
    ...step,
    weightScale: 1 - shareOfRate * (1 - step.weightScale),
    stepSize: shareOfRate * step.stepSize,
  };
}

/** Equally long arrays: one parameter, or many stored one after the other. */
export interface AdamWArrays {
  readonly weights: Float32Array;
  readonly firstMoments: Float32Array;
  readonly secondMoments: Float32Array;
  readonly gradients: Float32Array;
}

/** The smallest float32 with full precision; below it CPUs fall back to slow microcode. */
const smallestNormal = 2 ** -126;

function flushTiny(value: number): number {
  return Math.abs(value) < smallestNormal ? 0 : value;
}

/**
 * Applies one update in place, in float32 at every operation: the plain twin of the WASM kernel
 * (runtime/kernels/adamw.wat), equal to it bit for bit. Moments below 2⁻¹²⁶ become 0: rows of an
 * embedding that get no more gradient would otherwise decay into denormals, which are up to a
 * hundred times slower, and stay there for ever.
 */
export function applyAdamW(arrays: AdamWArrays, step: AdamWStep, decays: boolean): void {
  const { weights, firstMoments, secondMoments, gradients } = arrays;
  const f = Math.fround;
  const beta1 = f(step.beta1);
  const beta2 = f(step.beta2);
  const rest1 = f(1 - step.beta1);
  const rest2 = f(1 - step.beta2);
  const gradientScale = f(step.gradientScale);
  const weightScale = decays ? f(step.weightScale) : 1;
  const stepSize = f(step.stepSize);
  const epsilon = f(step.epsilon);
  for (let index = 0; index < weights.length; index++) {
    const gradient = f(gradients[index] * gradientScale);
    const first = flushTiny(f(f(beta1 * firstMoments[index]) + f(rest1 * gradient)));
    const second = flushTiny(
      f(f(beta2 * secondMoments[index]) + f(rest2 * f(gradient * gradient))),
    );
    firstMoments[index] = first;
    secondMoments[index] = second;
    const direction = f(first / f(f(Math.sqrt(second)) + epsilon));
    weights[index] = f(f(weightScale * weights[index]) - f(stepSize * direction));
  }
}
