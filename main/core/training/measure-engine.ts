import { RandomStream } from '#core/base/random-stream.ts';
import type { EncoderConfiguration } from '#core/model/configuration.ts';
import { initialiseParameters } from '#core/model/initialise.ts';
import type { Clock, Runtime, TargetBatch } from './ports.ts';

export interface EngineMeasurement {
  /** Of the median step: forward, backward and update. */
  readonly stepMs: number;
  readonly tokensPerSecond: number;
}

export interface MeasuredShape {
  readonly encoder: EncoderConfiguration;
  /** Rows of a batch. */
  readonly rows: number;
  /** Tokens of a row. */
  readonly columns: number;
}

/** The first steps touch memory for the first time and say nothing about the rest. */
const warmUpStepCount = 2;
const countedStepCount = 5;
/** Then what was counted must do: nobody waits minutes to hear that an engine is slow. */
const budgetMs = 20_000;
const maskedFraction = 0.15;

/**
 * Measures pre-training steps of a model of a given shape on an engine, with random weights and
 * random tokens: seven steps, of which five count. After 20 s the step at hand is the last, but at
 * least one counts.
 */
export async function measureEngine(
  runtime: Runtime,
  shape: MeasuredShape,
  clock: Clock,
): Promise<EngineMeasurement> {
  const session = await runtime.open({
    encoder: shape.encoder,
    head: { kind: 'masked-language-model' },
    optimiser: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 },
    dropoutRate: 0.1,
  });
  try {
    await session.writeParameters((parameters) => {
      initialiseParameters(parameters, new RandomStream(1, 'measurement/weights'));
    });
    const batch = randomBatch(shape);
    const times: number[] = [];
    let begunAtMs: number | null = null;
    for (let step = 0; step < warmUpStepCount + countedStepCount; step++) {
      const startedAtMs = clock.nowMs();
      begunAtMs ??= startedAtMs;
      await session.accumulate(batch, { seed: 1, microStep: step });
      await session.update({ learningRate: 1e-4, maxGradientNorm: 1 });
      if (step < warmUpStepCount) continue;
      const endedAtMs = clock.nowMs();
      times.push(endedAtMs - startedAtMs);
      if (endedAtMs - begunAtMs > budgetMs) break;
    }
    const stepMs = times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
    return { stepMs, tokensPerSecond: (1000 * shape.rows * shape.columns) / stepMs };
  } finally {
    await session.dispose();
  }
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
