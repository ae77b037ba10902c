import type { TrainingSummary } from '#core/domain/run-summaries.ts';
import type { TextReading } from '#core/library/model-record.ts';
import {
  copyWeights,
  fillParameters,
  withoutOtherClassifier,
  type ModelState,
} from '#core/library/model-state.ts';
import { maxTokensOf, type Head } from '#core/model/configuration.ts';
import { fineTuningData } from '#core/training/fine-tuning-data.ts';
import { train } from '#core/training/loop.ts';
import { predictLogits } from '#core/training/predict-logits.ts';
import type { PreparedTask } from '../data/prepared-task.ts';
import { RunStopped } from '../effects/run-stopped.ts';
import type { ClassificationPlan, TaskPlan } from '../plan/plan-schema.ts';
import type { Judgement } from './judge-fold.ts';
import { noteWork } from './note-work.ts';
import { predictUntilStopped, type RunEffects } from './run-effects.ts';
import { sentenceWork } from './sentence-work.ts';
import { toLoopSettings, toOptimiser } from './training-settings.ts';

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
 * `keepModels`.
 * The seed is the same for every model, so that models meet the same order, and what a model lacks
 * starts alike. A classifier that a model has already, of the same classes, goes on with its weights.
 * @throws RunStopped
 */
export async function fineTune(
  model: ModelState,
  task: PreparedTask,
  options: { plan: TaskPlan; fold: number | null; seed: number; effects: RunEffects },
): Promise<{ outcome: FineTuningOutcome; kept: FineTunedModel | null }> {
  const { plan, fold, seed, effects } = options;
  const maxTokens = Math.min(plan.maxTokens, maxTokensOf(model.encoder));
  const work =
    task.kind === 'classification'
      ? noteWork(task, model, { plan: plan as ClassificationPlan, fold, maxTokens })
      : sentenceWork(task, model, { fold, maxTokens });
  const { head, labels, reading, labelWeights } = work;
  const paddingId = model.tokenizer.special.padding;
  const data = fineTuningData(work.trainExamples, {
    epochCount: plan.epochs,
    batchSize: plan.batchSize,
    seed,
    paddingId,
    ...(labelWeights === undefined ? {} : { labelWeights }),
  });
  const session = await effects.runtime.open({
    encoder: model.encoder,
    head,
    optimiser: toOptimiser(plan),
    dropoutRate: plan.dropout,
  });
  try {
    await session.writeParameters((parameters) => {
      fillParameters(parameters, withoutOtherClassifier(model, labels), seed);
    });
    const training = await train(session, data, {
      settings: toLoopSettings(plan, seed),
      effects,
    });
    if (!training.completed) throw new RunStopped();
    const predictor = predictUntilStopped(session, effects);
    const logits = await predictLogits(predictor, work.testExamples, { paddingId });
    const outcome = {
      ...(fold === null ? { metrics: [] } : work.judge(logits)),
      training,
      trainCount: work.trainExamples.length,
      testCount: work.testExamples.length,
      cutCount: work.cutCount,
      ...(work.unreadShare === null ? {} : { unreadShare: work.unreadShare }),
      repeatedCount: work.repeatedCount,
    };
    if (fold !== null && !plan.keepModels) return { outcome, kept: null };
    const weights = copyWeights(await session.readParameters());
    return { outcome, kept: { model: { ...model, weights, labels }, head, labels, reading } };
  } finally {
    await session.dispose();
  }
}
