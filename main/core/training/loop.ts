import { learningRateAt, type ScheduleSettings } from './schedule.ts';
import type { Clock, TargetBatch, TrainingSession } from './ports.ts';

/** The work of a training: which micro-batches belong to each optimiser step of each epoch. */
export interface TrainingData {
  readonly epochCount: number;
  readonly stepsPerEpoch: number;
  /** The micro-batches of one epoch, grouped by optimiser step; the same for the same epoch. */
  steps(epoch: number): Iterable<readonly TargetBatch[]>;
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
}

export interface TrainingSummary {
  /** False when `shouldStop` ended the training early. */
  readonly completed: boolean;
  readonly stepCount: number;
  readonly tokenCount: number;
  readonly elapsedMs: number;
  /** Mean loss of the last epoch's steps; null when there was none. */
  readonly finalLoss: number | null;
}

/** Trains a session on data: for each step accumulate its micro-batches, then update. */
export async function train(
  session: TrainingSession,
  data: TrainingData,
  options: { settings: LoopSettings; effects: LoopEffects },
): Promise<TrainingSummary> {
  const { settings, effects } = options;
  const stepCount = data.epochCount * data.stepsPerEpoch;
  const schedule: ScheduleSettings = {
    peakLearningRate: settings.peakLearningRate,
    stepCount,
    warmupStepCount: Math.round(settings.warmupFraction * stepCount),
  };
  const startedAtMs = effects.clock.nowMs();
  let step = 0;
  let microStep = 0;
  let tokenCount = 0;
  let epochLosses: number[] = [];
  const summary = (completed: boolean): TrainingSummary => ({
    completed,
    stepCount: step,
    tokenCount,
    elapsedMs: effects.clock.nowMs() - startedAtMs,
    finalLoss: epochLosses.length === 0 ? null : mean(epochLosses),
  });

  const runStep = async (microBatches: readonly TargetBatch[]): Promise<StepReport> => {
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
    const elapsedMs = effects.clock.nowMs() - startedAtMs;
    return { step, stepCount, loss, gradientNorm, tokenCount, elapsedMs };
  };

  for (let epoch = 0; epoch < data.epochCount; epoch++) {
    epochLosses = [];
    const steps = data.steps(epoch)[Symbol.iterator]();
    // Not before the engine is at work: then it computes while the next batches are made.
    const makeNext = async () => {
      await effects.giveWay();
      return steps.next();
    };
    let next = steps.next();
    while (next.done !== true) {
      if (effects.shouldStop()) return summary(false);
      const [report, following] = await Promise.all([runStep(next.value), makeNext()]);
      next = following;
      // Of an update that half precision made overflow, the loss may be none.
      if (Number.isFinite(report.loss)) epochLosses.push(report.loss);
      effects.onStep(report);
    }
  }
  return summary(true);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
