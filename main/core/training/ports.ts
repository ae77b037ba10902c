import type { EncoderConfiguration, Head, ModelPart } from '#core/model/configuration.ts';

/**
 * What training needs of the world. Hosts supply the implementations; training itself has no
 * effects and can be tested with any of them.
 */

/** Token sequences, padded on the right to `columns` tokens. All arrays are row-major. */
interface TokenBatch {
  readonly rows: number;
  readonly columns: number;
  /** [rows × columns] */
  readonly inputIds: Int32Array;
  /** [rows] how many tokens of each row are real; the rest is padding. */
  readonly lengths: Int32Array;
}

/**
 * Where the head looks and what it should say. `positions` are flat indices row × columns + column:
 * the masked tokens, the first token of each row, or the first piece of each word.
 */
export interface TargetBatch extends TokenBatch {
  /** [targets] */
  readonly positions: Int32Array;
  /** [targets] class or vocabulary id to be predicted; of several labels [targets × labels], 0 or 1. */
  readonly labels: Int32Array;
  /** [targets] factor of each target's cross-entropy in the loss; 1 / n makes the loss a mean. */
  readonly weights: Float32Array;
}

/** For prediction: where to look, without the answers. */
export interface QuestionBatch extends TokenBatch {
  /** [targets] */
  readonly positions: Int32Array;
}

/** What the encoder said at each target, computed before: for a session of the head alone. */
export interface StateQuestions {
  /** [targets × hidden size] */
  readonly states: Float32Array;
}

/** The same with answers. */
export interface StateTargets extends StateQuestions {
  /** [examples] how many real tokens the examples of these targets have. */
  readonly lengths: Int32Array;
  /** As of a {@link TargetBatch}. */
  readonly labels: Int32Array;
  readonly weights: Float32Array;
}

/** What a session is asked: states where it is a head alone, tokens else. */
export type Questions = QuestionBatch | StateQuestions;
export type Targets = TargetBatch | StateTargets;

/** One AdamW update; see `training/adamw.ts` for the formula. */
export interface UpdateSettings {
  readonly learningRate: number;
  /** Gradients are scaled down to this global norm; null leaves them as they are. */
  readonly maxGradientNorm: number | null;
}

export interface AdamWSettings {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** Decoupled; applied to matrices, never to biases or LayerNorm parameters. */
  readonly weightDecay: number;
  /** Factor of the learning rate from each layer to the one below; see `training/layer-decay.ts`. */
  readonly layerDecay?: number;
}

/** The dropout masks of a step follow from these alone, so that a resumed step is the same step. */
export interface DropoutKey {
  readonly seed: number;
  /** Counts micro-batches over the whole run. */
  readonly microStep: number;
}

/** One parameter: its name in Hugging Face's BERT layout and its values. */
export interface ParameterView {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** What the loss is multiplied with in half precision; see `training/loss-scaling.ts`. */
export interface LossScaling {
  /** A power of two. */
  readonly scale: number;
  /** Updates with finite gradients since the scale last changed. */
  readonly goodUpdateCount: number;
}

/** The optimiser's memory, for checkpoints; arrays in the order of the parameters. */
export interface OptimiserState {
  readonly stepCount: number;
  readonly firstMoments: readonly Float32Array[];
  readonly secondMoments: readonly Float32Array[];
  /** Of sessions that compute in half precision. */
  readonly lossScaling?: LossScaling;
}

/**
 * A model that is being trained on one engine. Calls take effect in the order in which they are
 * made, also where one is made before another has settled.
 *
 * Weights and moments may lie on a device. What a session hands out is either a copy or a view of
 * its own memory, whichever costs less: it is read before the next call that changes it and never
 * written, except inside `writeParameters`.
 */
export interface TrainingSession {
  /** Tokens, padding included, of a batch with which `predict` is fastest on this engine. */
  readonly predictionTokens: number;
  /** The current values, to be read. */
  readParameters(): Promise<readonly ParameterView[]>;
  /**
   * Hands the current values to `change`, which writes into them before it returns; what it wrote
   * counts from the next call on. An error of `change` is passed on.
   */
  writeParameters(change: (parameters: readonly ParameterView[]) => void): Promise<void>;
  /**
   * Forward and backward; adds this micro-batch's gradients to those gathered since the last
   * update. Returns the weighted sum of cross-entropies. `dropout` null trains without dropout.
   */
  accumulate(batch: Targets, dropout: DropoutKey | null): Promise<number>;
  /**
   * Clips, applies AdamW, forgets the gradients. Returns the global norm before clipping. In half
   * precision it may be infinite or NaN: then the update was skipped and the loss scale halved.
   */
  update(settings: UpdateSettings): Promise<number>;
  /**
   * Logits without dropout, [targets × classes], valid until the next call; of an encoder alone its
   * states, [targets × hidden size].
   */
  predict(batch: Questions): Promise<Float32Array>;
  readOptimiserState(): Promise<OptimiserState>;
  /**
   * Copies; a state of another model throws `runtime.parameter-mismatch` and changes nothing. A
   * session in half precision starts the loss scale anew where the state holds none.
   */
  restoreOptimiserState(state: OptimiserState): Promise<void>;
  dispose(): Promise<void>;
}

/** What evaluation needs of a session. */
export type Predictor = Pick<TrainingSession, 'predictionTokens' | 'predict'>;

export interface SessionRequest {
  /**
   * All of the model when left out. An `encoder` says its states and learns nothing; a `head` is
   * asked and taught with such states, and trains what it would in a model whose encoder is frozen.
   */
  readonly part?: ModelPart;
  readonly encoder: EncoderConfiguration;
  readonly head: Head;
  readonly optimiser: AdamWSettings;
  /** Probability of dropping, for hidden states and attention alike; BERT's is 0.1. */
  readonly dropoutRate: number;
}

/** An engine: turns a model's description into something that trains. */
export interface Runtime {
  readonly name: string;
  /** Parameters start at zero; the caller fills them (see `model/initialise.ts`). */
  open(request: SessionRequest): Promise<TrainingSession>;
}

/** The time, passed in so that tests can choose it. */
export interface Clock {
  nowMs(): number;
}
