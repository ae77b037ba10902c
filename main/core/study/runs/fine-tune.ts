import type { TrainingSummary } from '#core/domain/run-summaries.ts';
import type { TextReading } from '#core/library/model-record.ts';
import type { ModelState } from '#core/library/model-state.ts';
import { maxTokensOf, type Head } from '#core/model/configuration.ts';
import { train } from '#core/training/loop.ts';
import type { PreparedTask } from '../data/prepared-task.ts';
import { RunStopped } from '../effects/run-stopped.ts';
import type { ClassificationPlan, TaskPlan } from '../plan/plan-schema.ts';
import type { EncodedStates } from './encoded-states.ts';
import type { FoldWork } from './fold-work.ts';
import type { Judgement } from './judge-fold.ts';
import { noteWork } from './note-work.ts';
import { withLearner, type Learner, type LearnerOptions } from './open-learner.ts';
import type { RunEffects } from './run-effects.ts';
import { sentenceWork } from './sentence-work.ts';
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
}

export interface FineTuningOptions {
  readonly plan: TaskPlan;
  /** Name of the model in the plan. */
  readonly modelName: string;
  readonly fold: number | null;
  readonly seed: number;
  readonly effects: RunEffects;
  readonly states: EncodedStates;
}

/** A model with its head, as a fold left it. */
interface FineTunedModel {
  readonly model: ModelState;
  readonly head: Head;
  /** In the order of the classifier's rows. */
  readonly labels: readonly string[];
  readonly reading: TextReading;
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
): Promise<{ outcome: FineTuningOutcome; kept: FineTunedModel | null }> {
  const { plan, fold, seed, effects, states } = options;
  const maxTokens = Math.min(plan.maxTokens, maxTokensOf(model.encoder));
  const work =
    task.kind === 'classification'
      ? noteWork(task, model, { plan: plan as ClassificationPlan, fold, maxTokens })
      : sentenceWork(task, model, { fold, maxTokens });
  const { head, labels, reading, cutCount, unreadShare, repeatedCount } = work;
  const of = { task: task.name, model: options.modelName };
  return withLearner(model, work, { plan, seed, effects, states, of }, async (learner) => {
    const training = await learn(learner, work, { plan, seed, effects });
    const tested = work.examplesOf(work.test);
    const logits = await learner.predict(tested);
    const outcome = {
      ...(fold === null ? { metrics: [] } : work.judge(work.test, logits)),
      training,
      trainCount: work.examplesOf(work.train).length,
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

async function learn(
  learner: Learner,
  work: FoldWork,
  { plan, seed, effects }: LearnerOptions,
): Promise<TrainingSummary> {
  const labelWeights = work.weighLabels(work.train);
  const data = learner.dataOf(work.examplesOf(work.train), {
    epochCount: plan.epochs,
    batchSize: plan.batchSize,
    seed,
    ...(labelWeights === null ? {} : { labelWeights }),
  });
  const training = await train(learner.session, data, {
    settings: toLoopSettings(plan, seed),
    effects,
  });
  if (!training.completed) throw new RunStopped();
  return training;
}
