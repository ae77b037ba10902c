import { RandomStream } from '#core/base/random-stream.ts';
import type { EncoderConfiguration } from '#core/model/configuration.ts';
import { initialiseParameters } from '#core/model/initialise.ts';
import type { Clock, Runtime, TargetBatch } from './ports.ts';

export interface MeasuredShape {
  readonly encoder: EncoderConfiguration;
  /** Rows of a batch. */
  readonly rows: number;
  /** Tokens of a row. */
  readonly columns: number;
}

/** A model on an engine, of which training steps are measured. */
export interface EngineUnderMeasurement {
  /** Some steps; the time of the median one, forward, backward and update. */
  readonly measureRound: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** The first steps touch memory for the first time and say nothing about the rest. */
const warmUpStepCount = 2;
/** The first step of a round finds the caches full of what others did, and is left out. */
const countedStepCount = 3;
/** After this a round ends: nobody waits minutes to hear that an engine is slow. */
const roundBudgetMs = 1000;
const maskedFraction = 0.15;

/**
 * A model of a given shape with random weights on an engine, warmed up to measure pre-training steps
 * on random tokens. @throws what the engine throws; nothing is left open then
 */
export async function openMeasurement(
  runtime: Runtime,
  shape: MeasuredShape,
  clock: Clock,
): Promise<EngineUnderMeasurement> {
  const session = await runtime.open({
    encoder: shape.encoder,
    head: { kind: 'masked-language-model' },
    optimiser: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 },
    dropoutRate: 0.1,
  });
  const batch = randomBatch(shape);
  let stepCount = 0;
  const measureStep = async () => {
    const startedAtMs = clock.nowMs();
    await session.accumulate(batch, { seed: 1, microStep: stepCount++ });
    await session.update({ learningRate: 1e-4, maxGradientNorm: 1 });
    return clock.nowMs() - startedAtMs;
  };
  try {
    await session.writeParameters((parameters) => {
      initialiseParameters(parameters, new RandomStream(1, 'measurement/weights'));
    });
    for (let step = 0; step < warmUpStepCount; step++) await measureStep();
  } catch (error) {
    await session.dispose();
    throw error;
  }
  return {
    measureRound: async () => {
      const first = await measureStep();
      // Of such a step what the caches hold is no part that matters.
      if (first > roundBudgetMs) return first;
      const times: number[] = [];
      let spentMs = 0;
      while (times.length < countedStepCount && spentMs < roundBudgetMs) {
        const stepMs = await measureStep();
        times.push(stepMs);
        spentMs += stepMs;
      }
      return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
    },
    close: () => session.dispose(),
  };
}

function randomBatch({ encoder, rows, columns }: MeasuredShape): TargetBatch {
  const random = new RandomStream(1, 'measurement/tokens');
  const tokenCount = rows * columns;
  const targetCount = Math.max(1, Math.round(maskedFraction * tokenCount));
  const draw = () => random.integer(encoder.vocabularySize);
  return {
    rows,
    columns,
    inputIds: Int32Array.from({ length: tokenCount }, draw),
    lengths: new Int32Array(rows).fill(columns),
    positions: Int32Array.from({ length: targetCount }, (_, target) =>
      Math.floor((target * tokenCount) / targetCount),
    ),
    labels: Int32Array.from({ length: targetCount }, draw),
    weights: new Float32Array(targetCount).fill(1 / targetCount),
  };
}
