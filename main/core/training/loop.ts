import type { TrainingSummary } from '#core/domain/run-summaries.ts';
import { learningRateAt, type ScheduleSettings } from './schedule.ts';
import type { TrainingCompanion } from './companion.ts';
import type { Clock, TargetBatch, Targets, TrainingSession } from './ports.ts';
import type { StateKeeper, TrainingPosition } from './state-keeper.ts';

/** The work of a training: which micro-batches belong to each optimiser step of each epoch. */
export interface TrainingData<Batch extends Targets = TargetBatch> {
  readonly epochCount: number;
  readonly stepsPerEpoch: number;
  /** The micro-batches of one epoch, grouped by optimiser step; the same for the same epoch. */
  steps(epoch: number): Iterable<readonly Batch[]>;
}

export interface LoopSettings {
  readonly peakLearningRate: number;
  /** Share of all optimiser steps in which the learning rate climbs. */
  readonly warmupFraction: number;
  readonly maxGradientNorm: number | null;
  /** null trains without dropout. */
  readonly dropoutSeed: number | null;
}

export interface StepReport {
  /** Counts finished optimiser steps. */
  readonly step: number;
  readonly stepCount: number;
  readonly loss: number;
  /** Not finite where the update was skipped: see `TrainingSession.update`. */
  readonly gradientNorm: number;
  /** Real tokens, padding not counted. */
  readonly tokenCount: number;
  readonly elapsedMs: number;
}

export interface LoopEffects {
  readonly clock: Clock;
  readonly onStep: (report: StepReport) => void;
  readonly shouldStop: () => boolean;
  /**
   * Lets all else of the process have its turn: engines that compute on a thread of their own begin,
   * and a wish to stop is heard.
   */
  readonly giveWay: () => Promise<void>;
  /** null: a training that is stopped or killed begins anew. */
  readonly stateKeeper: StateKeeper | null;
  /** Null, or left out, where nobody goes along. */
  readonly companion?: TrainingCompanion | null;
}

const beginning: TrainingPosition = {
  step: 0,
  microStep: 0,
  tokenCount: 0,
  elapsedMs: 0,
  lossSum: 0,
  lossCount: 0,
};

/**
 * Trains a session on data: for each step accumulate its micro-batches, then update. Goes on from
 * where the state was kept last, if it was; data and settings must be those of then.
 */
export async function train(
  session: TrainingSession,
  data: TrainingData<Targets>,
  options: { settings: LoopSettings; effects: LoopEffects },
): Promise<TrainingSummary> {
  const { settings, effects } = options;
  const { clock, stateKeeper, companion = null } = effects;
  const stepCount = data.epochCount * data.stepsPerEpoch;
  const schedule: ScheduleSettings = {
    peakLearningRate: settings.peakLearningRate,
    stepCount,
    warmupStepCount: Math.round(settings.warmupFraction * stepCount),
  };
  const kept = (await stateKeeper?.restore(session)) ?? null;
  let position = kept?.position ?? beginning;
  await companion?.begin(session, kept?.companion ?? null, stepCount);
  const startedAtMs = clock.nowMs() - position.elapsedMs;
  let keptStep = position.step;
  const keepState = async (): Promise<void> => {
    if (stateKeeper === null || position.step === keptStep) return;
    await stateKeeper.keep(session, { position, companion: companion?.keep() ?? null });
    keptStep = position.step;
  };
  const summary = (completed: boolean): TrainingSummary => ({
    completed,
    stepCount: position.step,
    tokenCount: position.tokenCount,
    elapsedMs: clock.nowMs() - startedAtMs,
    finalLoss: position.lossCount === 0 ? null : position.lossSum / position.lossCount,
  });

  const runStep = async (microBatches: readonly Targets[]): Promise<StepReport> => {
    let { step, microStep, tokenCount, lossSum, lossCount } = position;
    let loss = 0;
    for (const batch of microBatches) {
      const dropout =
        settings.dropoutSeed === null ? null : { seed: settings.dropoutSeed, microStep };
      microStep++;
      loss += await session.accumulate(batch, dropout);
      for (const length of batch.lengths) tokenCount += length;
    }
    const gradientNorm = await session.update({
      learningRate: learningRateAt(step, schedule),
      maxGradientNorm: settings.maxGradientNorm,
    });
    step++;
    // Of an update that half precision made overflow, the loss may be none.
    if (Number.isFinite(loss)) {
      lossSum += loss;
      lossCount++;
    }
    const elapsedMs = clock.nowMs() - startedAtMs;
    position = { step, microStep, tokenCount, elapsedMs, lossSum, lossCount };
    return { step, stepCount, loss, gradientNorm, tokenCount, elapsedMs };
  };

  const firstEpoch = Math.floor(position.step / Math.max(1, data.stepsPerEpoch));
  for (let epoch = firstEpoch; epoch < data.epochCount; epoch++) {
    const steps = data.steps(epoch)[Symbol.iterator]();
    const makeNext = async () => {
      // Not before the engine is at work: then it computes while the next batches are made.
      await effects.giveWay();
      return steps.next();
    };
    const stepsDone = position.step - epoch * data.stepsPerEpoch;
    if (stepsDone === 0) position = { ...position, lossSum: 0, lossCount: 0 };
    // Made once more and left out: the random streams of an epoch go on from step to step.
    for (let step = 0; step < stepsDone; step++) {
      if (effects.shouldStop()) return summary(false);
      await makeNext();
    }
    let next = steps.next();
    while (next.done !== true) {
      if (effects.shouldStop()) {
        await keepState();
        return summary(false);
      }
      const [report, following] = await Promise.all([runStep(next.value), makeNext()]);
      next = following;
      effects.onStep(report);
      if ((await companion?.follow(session, report)) === true) return summary(true);
      if (stateKeeper?.isDue() === true) await keepState();
    }
  }
  return summary(true);
}
