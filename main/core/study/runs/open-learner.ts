import {
  fillParameters,
  withoutOtherClassifier,
  type ModelState,
} from '#core/library/model-state.ts';
import { listEncoderWeights } from '#core/model/checkpoint/weight-names.ts';
import { copyWeights } from '#core/training/copy-weights.ts';
import { encodeStates } from '#core/training/encode-states.ts';
import {
  fineTuningData,
  stateData,
  type FineTuningOrder,
} from '#core/training/fine-tuning-data.ts';
import type { TrainingData } from '#core/training/loop.ts';
import { predictFromStates, predictLogits } from '#core/training/predict-logits.ts';
import type { Targets, TrainingSession } from '#core/training/ports.ts';
import type { StateStore } from '#core/training/state-store.ts';
import type { TaskPlan } from '../plan/plan-schema.ts';
import type { EncodedStates, StatesOf } from './encoded-states.ts';
import type { FoldWork } from './fold-work.ts';
import { predictUntilStopped, type RunEffects } from './run-effects.ts';
import { toOptimiser } from './training-settings.ts';

/** A model that learns a task: all of it, or its head on what its encoder said once. */
export interface Learner {
  readonly session: TrainingSession;
  /** Examples by their numbers, as batches. */
  dataOf(examples: readonly number[], order: FineTuningOrder): TrainingData<Targets>;
  /** Logits at each position of each example, [positions][classes]. */
  predict(examples: readonly number[]): Promise<Float32Array[][]>;
  /** All weights of the model, the encoder's and the head's, as they are now. */
  readWeights(): Promise<Map<string, Float32Array>>;
}

export interface LearnerOptions {
  readonly plan: TaskPlan;
  readonly seed: number;
  readonly effects: RunEffects;
}

/** Opens a learner, does work with it, and closes it whatever happens. @throws RunStopped */
export async function withLearner<Result>(
  model: ModelState,
  work: FoldWork,
  {
    states,
    of,
    ...options
  }: LearnerOptions & { readonly states: EncodedStates; readonly of: StatesOf },
  learn: (learner: Learner) => Promise<Result>,
): Promise<Result> {
  if (!options.plan.frozenEncoder) return withWholeModel(model, work, options, learn);
  return states.use(
    of,
    (store) => sayStates(model, work, { ...options, of, store }),
    (store) => withHead(model, work, { ...options, store }, learn),
  );
}

async function withWholeModel<Result>(
  model: ModelState,
  { head, labels, examples }: FoldWork,
  { plan, seed, effects }: LearnerOptions,
  learn: (learner: Learner) => Promise<Result>,
): Promise<Result> {
  const paddingId = model.tokenizer.special.padding;
  const session = await effects.runtime.open({
    encoder: model.encoder,
    head,
    optimiser: toOptimiser(plan),
    dropoutRate: plan.dropout,
  });
  const choose = (numbers: readonly number[]) => numbers.map((number) => examples[number]);
  try {
    await session.writeParameters((parameters) => {
      fillParameters(parameters, withoutOtherClassifier(model, labels), seed);
    });
    return await learn({
      session,
      dataOf: (numbers, order) => fineTuningData(choose(numbers), { ...order, paddingId }),
      predict: (numbers) =>
        predictLogits(predictUntilStopped(session, effects), choose(numbers), { paddingId }),
      readWeights: async () => copyWeights(await session.readParameters()),
    });
  } finally {
    await session.dispose();
  }
}

/** The encoder says its states of all examples of the task, whatever the fold. */
async function sayStates(
  model: ModelState,
  { head, examples }: FoldWork,
  {
    plan,
    seed,
    effects,
    of,
    store,
  }: LearnerOptions & { readonly of: StatesOf; readonly store: StateStore },
): Promise<void> {
  const encoder = await effects.runtime.open({
    part: 'encoder',
    encoder: model.encoder,
    head,
    optimiser: toOptimiser(plan),
    dropoutRate: 0,
  });
  try {
    await encoder.writeParameters((parameters) => {
      fillParameters(parameters, model, seed);
    });
    await encodeStates(predictUntilStopped(encoder, effects), examples, {
      paddingId: model.tokenizer.special.padding,
      store,
      onEncoded: (count) =>
        effects.advance(`encoding ${of.task} with ${of.model}`, count, examples.length),
    });
  } finally {
    await encoder.dispose();
  }
}

async function withHead<Result>(
  model: ModelState,
  { head, labels, examples }: FoldWork,
  { plan, seed, effects, store }: LearnerOptions & { readonly store: StateStore },
  learn: (learner: Learner) => Promise<Result>,
): Promise<Result> {
  const start = withoutOtherClassifier(model, labels);
  const session = await effects.runtime.open({
    part: 'head',
    encoder: model.encoder,
    head,
    optimiser: toOptimiser(plan),
    dropoutRate: plan.dropout,
  });
  try {
    await session.writeParameters((parameters) => {
      fillParameters(parameters, start, seed);
    });
    return await learn({
      session,
      dataOf: (numbers, order) => stateData(examples, numbers, { ...order, store }),
      predict: (numbers) =>
        predictFromStates(predictUntilStopped(session, effects), examples, {
          chosen: numbers,
          store,
        }),
      readWeights: async () =>
        new Map([...encoderWeightsOf(start, seed), ...copyWeights(await session.readParameters())]),
    });
  } finally {
    await session.dispose();
  }
}

/** The encoder's weights, which nothing changed, as a session would have been filled with. */
function encoderWeightsOf(model: ModelState, seed: number): Map<string, Float32Array> {
  const parameters = Array.from(listEncoderWeights(model.encoder), ([name, shape]) => ({
    name,
    shape,
    values: new Float32Array(shape.reduce((product, size) => product * size, 1)),
  }));
  fillParameters(parameters, model, seed);
  return new Map(parameters.map(({ name, values }) => [name, values]));
}
