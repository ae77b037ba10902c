import { assert } from '#core/base/assert.ts';
import type { GraphParameter } from '#core/model/parameters.ts';
import { scaleAdamWStep, type AdamWStep } from '#core/training/adamw.ts';
import type { ParameterView } from '#core/training/ports.ts';
import { joinParts, viewParts } from '../parameter-tensors.ts';
import type { Tensor, TensorflowModule } from './module.ts';

/** What the device holds of every parameter beside its gradient. */
export type ParameterKind = 'weights' | 'firstMoments' | 'secondMoments';
const kinds = ['weights', 'firstMoments', 'secondMoments'] as const;

type ParameterTensors = Record<ParameterKind, Tensor>;

/** The numbers of {@link AdamWStep} on the device, so that each is sent there once per update. */
type StepScalars = Record<keyof AdamWStep | 'rest1' | 'rest2', Tensor>;

function sendStep(tf: TensorflowModule, step: AdamWStep): StepScalars {
  return {
    beta1: tf.scalar(step.beta1),
    rest1: tf.scalar(1 - step.beta1),
    beta2: tf.scalar(step.beta2),
    rest2: tf.scalar(1 - step.beta2),
    gradientScale: tf.scalar(step.gradientScale),
    weightScale: tf.scalar(step.weightScale),
    stepSize: tf.scalar(step.stepSize),
    epsilon: tf.scalar(step.epsilon),
  };
}

/**
 * The formula of training/adamw.ts in the same order of operations. Moments below 2⁻¹²⁶ stay what
 * they are: TensorFlow's CPU kernels take them for zero, and GPUs are not slowed down by them.
 */
function applyStep(
  tf: TensorflowModule,
  { weights, firstMoments, secondMoments }: ParameterTensors,
  at: { gradient: Tensor; step: StepScalars; decays: boolean },
): [weights: Tensor, first: Tensor, second: Tensor] {
  const { step } = at;
  const gradient = tf.mul(at.gradient, step.gradientScale);
  const first = tf.add(tf.mul(firstMoments, step.beta1), tf.mul(gradient, step.rest1));
  const squares = tf.mul(tf.square(gradient), step.rest2);
  const second = tf.add(tf.mul(secondMoments, step.beta2), squares);
  const direction = tf.div(first, tf.add(tf.sqrt(second), step.epsilon));
  const kept = at.decays ? tf.mul(weights, step.weightScale) : weights;
  return [tf.sub(kept, tf.mul(direction, step.stepSize)), first, second];
}

/** One that is updated at a share of the learning rate; all of it when left out. */
type TensorflowParameter = GraphParameter & { readonly shareOfRate?: number };

/** Weights and moments of all parameters on the device, zero at first. */
export class DeviceParameters {
  readonly #tf: TensorflowModule;
  readonly #parameters: readonly TensorflowParameter[];
  readonly #tensors: ParameterTensors[];

  constructor(tf: TensorflowModule, parameters: readonly TensorflowParameter[]) {
    this.#tf = tf;
    this.#parameters = parameters;
    // Tidied: where memory is short, those that were made already are freed.
    this.#tensors = tf.tidy(() =>
      parameters.map(({ shape }) => ({
        weights: tf.zeros([...shape]),
        firstMoments: tf.zeros([...shape]),
        secondMoments: tf.zeros([...shape]),
      })),
    );
  }

  /** Hugging Face's parameters, in the order in which `read` gives and `write` takes them. */
  get parts(): readonly { readonly name: string; readonly size: number }[] {
    return this.#parameters.flatMap((parameter) => parameter.parts);
  }

  /** `parameter:<name>`: the weights as graphs are fed them. */
  feeds(): Map<string, Tensor> {
    return new Map(
      this.#parameters.map(({ name }, index) => [
        `parameter:${name}`,
        this.#tensors[index].weights,
      ]),
    );
  }

  /** One AdamW update of every parameter; `gradients` by parameter name. */
  update(step: AdamWStep, gradients: ReadonlyMap<string, Tensor>): void {
    const sent = new Map<number, StepScalars>();
    const scalarsOf = (share: number): StepScalars => {
      const known = sent.get(share) ?? sendStep(this.#tf, scaleAdamWStep(step, share));
      sent.set(share, known);
      return known;
    };
    try {
      this.#parameters.forEach(({ name, decays, shareOfRate = 1 }, index) => {
        const scalars = scalarsOf(shareOfRate);
        const gradient = gradients.get(name);
        assert(gradient !== undefined, `a gradient of ${name}`);
        const old = this.#tensors[index];
        const [weights, firstMoments, secondMoments] = this.#tf.tidy(() =>
          applyStep(this.#tf, old, { gradient, step: scalars, decays }),
        );
        this.#replace(index, { weights, firstMoments, secondMoments });
      });
    } finally {
      for (const scalars of sent.values()) this.#tf.dispose(Object.values(scalars));
    }
  }

  /**
   * The numbers of one kind, cut into Hugging Face's parameters. They may be what the device itself
   * computes with, where the device is this machine: copy before writing.
   */
  async read(kind: ParameterKind): Promise<ParameterView[]> {
    const views: ParameterView[] = [];
    for (const [index, parameter] of this.#parameters.entries()) {
      const numbers = (await this.#tensors[index][kind].data()) as Float32Array;
      for (const view of viewParts(parameter, numbers)) views.push(view);
    }
    return views;
  }

  /** Replaces the numbers of one kind. Copies. */
  write(kind: ParameterKind, arrays: readonly Float32Array[]): void {
    let index = 0;
    for (const numbers of joinParts(this.#parameters, arrays)) {
      const { shape } = this.#parameters[index];
      this.#replace(index++, { [kind]: this.#tf.tensor(numbers, [...shape], 'float32') });
    }
  }

  #replace(index: number, changed: Partial<ParameterTensors>): void {
    const old = this.#tensors[index];
    for (const kind of kinds) if (changed[kind] !== undefined) old[kind].dispose();
    this.#tensors[index] = { ...old, ...changed };
  }

  dispose(): void {
    for (const tensors of this.#tensors) this.#tf.dispose(Object.values(tensors));
  }
}
