import type { TrainingSummary } from '#core/domain/run-summaries.ts';
import type { TextReading } from '#core/library/model-record.ts';
import type { ModelState } from '#core/library/model-state.ts';
import { maxTokensOf, type Head } from '#core/model/configuration.ts';
import { bestMeasurement } from '#core/training/best-measurement.ts';
import { endAfter, EpochCompanion } from '#core/training/epoch-companion.ts';
import { train } from '#core/training/loop.ts';
import type { InnerSplit } from '#core/evaluation/folds/hold-back.ts';
import type { PreparedTask } from '../data/prepared-task.ts';
import { splitInner } from '../data/split-inner.ts';
import { RunStopped } from '../effects/run-stopped.ts';
import type { TaskPlan } from '../plan/plan-schema.ts';
import type { EncodedStates } from './encoded-states.ts';
import type { FoldWork } from './fold-work.ts';
import type { Judgement } from './judge-fold.ts';
import { openWork } from './open-work.ts';
import { withLearner, type Learner, type LearnerOptions } from './open-learner.ts';
import type { RunEffects } from './run-effects.ts';
import { scoreHeldBack } from './score-held-back.ts';
import { toLoopSettings } from './training-settings.ts';

export interface FineTuningOutcome {
  readonly metrics: Judgement['metrics'];
  /** Left out where all was learned from, and nothing tested. */
  readonly predictions?: Judgement['predictions'];
  readonly training: TrainingSummary;
  readonly trainCount: number;
  readonly testCount: number;
  /** Notes or sentences that were longer than the model. */
  readonly cutCount: number;
  /** Of the tokens of all notes, those that the model does not see; left out for sentences. */
  readonly unreadShare?: number;
  /** Tested notes, or sentences with entities, whose text was also learned from. */
  readonly repeatedCount: number;
  /** Epochs after which the weights were taken; left out where after the last, as planned. */
  readonly chosenEpochs?: number;
  /** Examples held back to choose by; left out where there were none. */
  readonly heldBackCount?: number;
}

export interface FineTuningOptions {
  readonly plan: TaskPlan;
  /** Name of the model in the plan. */
  readonly modelName: string;
  readonly fold: number | null;
  readonly seed: number;
  readonly effects: RunEffects;
  readonly states: EncodedStates;
  /** Of a final model, for how many of the planned epochs it learns; all where left out. */
  readonly epochs?: number | null;
}

/** A model with its head, as a fold left it. */
interface FineTunedModel {
  readonly model: ModelState;
  readonly head: Head;
  /** In the order of the classifier's rows. */
  readonly labels: readonly string[];
  readonly reading: TextReading;
}

export interface FineTuned {
  readonly outcome: FineTuningOutcome;
  /** Null where only the figures are wanted. */
  readonly kept: FineTunedModel | null;
}

/**
 * Fine-tunes a model on all folds but one and measures it on that one; with `fold` null on all of
 * the task, without a measurement. The model that it made is returned as well in that case, and with
 * `keepModels`. Of a frozen encoder the head alone learns, on states that `states` keeps.
 * The seed is the same for every model, so that models meet the same order, and what a model lacks
 * starts alike. A classifier that a model has already, of the same classes, goes on with its weights.
 * @throws RunStopped
 */
export async function fineTune(
  model: ModelState,
  task: PreparedTask,
  options: FineTuningOptions,
): Promise<FineTuned> {
  const { plan, fold, seed, effects, states, epochs = null } = options;
  const maxTokens = Math.min(plan.maxTokens, maxTokensOf(model.encoder));
  const work = openWork(task, model, { plan, fold, maxTokens });
  const { head, labels, reading, cutCount, unreadShare, repeatedCount } = work;
  const of = { task: task.name, model: options.modelName };
  return withLearner(model, work, { plan, seed, effects, states, of }, async (learner) => {
    const side = chooseSide(work, { task, plan, fold, seed });
    const training = await learn(learner, { work, side }, { plan, seed, effects, epochs });
    const chosenEpochs = countChosen(training, epochs);
    const tested = work.examplesOf(work.test);
    const logits = await learner.predict(tested);
    const outcome = {
      ...(fold === null ? { metrics: [] } : work.judge(work.test, logits)),
      training,
      ...(chosenEpochs === null ? {} : { chosenEpochs }),
      ...(side.heldBack.length === 0
        ? {}
        : { heldBackCount: work.examplesOf(side.heldBack).length }),
      trainCount: work.examplesOf(side.learned).length,
      testCount: tested.length,
      cutCount,
      ...(unreadShare === null ? {} : { unreadShare }),
      repeatedCount,
    };
    if (fold !== null && !plan.keepModels) return { outcome, kept: null };
    const weights = await learner.readWeights();
    return { outcome, kept: { model: { ...model, weights, labels }, head, labels, reading } };
  });
}

/** What of the training side is learned from, and what is held back to choose an epoch by. */
function chooseSide(
  work: FoldWork,
  {
    task,
    plan,
    fold,
    seed,
  }: { task: PreparedTask; plan: TaskPlan; fold: number | null; seed: number },
): InnerSplit {
  // A final model learns from all: how long, its folds say.
  if (plan.earlyStop === undefined || fold === null) return { learned: work.train, heldBack: [] };
  return splitInner(task, { share: plan.earlyStop.share, fold, seed }, work);
}

/** After how many epochs the weights were taken; null where after the last, as planned. */
function countChosen({ innerScores }: TrainingSummary, epochs: number | null): number | null {
  return innerScores === undefined ? epochs : bestMeasurement(innerScores) + 1;
}

async function learn(
  learner: Learner,
  { work, side }: { work: FoldWork; side: InnerSplit },
  { plan, seed, effects, epochs }: Omit<LearnerOptions, 'of'> & { epochs: number | null },
): Promise<TrainingSummary> {
  const labelWeights = work.weighLabels(side.learned);
  const data = learner.dataOf(work.examplesOf(side.learned), {
    epochCount: plan.epochs,
    batchSize: plan.batchSize,
    seed,
    ...(labelWeights === null ? {} : { labelWeights }),
  });
  const { earlyStop } = plan;
  const companion =
    earlyStop === undefined || side.heldBack.length === 0
      ? null
      : new EpochCompanion({
          stepsPerEpoch: data.stepsPerEpoch,
          patience: earlyStop.patience,
          score: async () => {
            const logits = await learner.predict(work.examplesOf(side.heldBack));
            const { measure } = earlyStop;
            return scoreHeldBack(work, side.heldBack, { logits, labelWeights, measure });
          },
        });
  const end = epochs === null ? null : endAfter(epochs * data.stepsPerEpoch);
  const training = await train(learner.session, data, {
    settings: toLoopSettings(plan, seed),
    effects: { ...effects, companion: companion ?? end },
  });
  if (!training.completed) throw new RunStopped();
  if (companion === null) return training;
  await companion.takeBest(learner.session);
  return { ...training, innerScores: companion.scores };
}
