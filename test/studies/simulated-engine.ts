import { listPartParameters } from '#core/model/parameters.ts';
import type {
  ParameterView,
  Questions,
  Runtime,
  SessionRequest,
  TrainingSession,
} from '#core/training/ports.ts';

/** A time that passes only when something is computed. */
export interface SimulatedTime {
  nowMs: number;
}

/**
 * The machine of docs/performance.md (its products, its memory, and what each layer costs besides),
 * fifty times slower, so that a small study takes long enough to be told of.
 */
const operationsPerMs = 2.8e6;
const bytesPerMs = 1e6;
const layerMs = 5;
/** Read and written by AdamW, per parameter. */
const updateBytes = 28;
const openingMs = 2000;

/**
 * An engine that computes nothing and lets as much time pass as a real one would need: products of
 * matrices, activations that go through memory, a little for each layer, and AdamW. Padding costs.
 */
export function createSimulatedEngine(time: SimulatedTime): Runtime {
  return {
    name: 'simulated',
    open: (request) => {
      time.nowMs += openingMs;
      return Promise.resolve(openSession(request, time));
    },
  };
}

function openSession(
  { encoder, head, part = 'whole' }: SessionRequest,
  time: SimulatedTime,
): TrainingSession {
  const parameters: ParameterView[] = listPartParameters(encoder, head, part).flatMap(({ parts }) =>
    parts.map(({ name, shape, size }) => ({ name, shape, values: new Float32Array(size) })),
  );
  const parameterCount = parameters.reduce((sum, { values }) => sum + values.length, 0);
  const classes = head.kind === 'masked-language-model' ? encoder.vocabularySize : head.labelCount;
  const countAsked = (batch: Questions): number =>
    'states' in batch ? batch.states.length / encoder.hiddenSize : batch.positions.length;
  const forwardMs = (batch: Questions): number => {
    const headMs = (2 * countAsked(batch) * classes * encoder.hiddenSize) / operationsPerMs;
    if ('states' in batch) return headMs;
    const { rows, columns } = batch;
    const { layerCount, hiddenSize: h, intermediateSize: i, headCount } = encoder;
    const tokens = rows * columns;
    const products = tokens * 2 * (4 * h * h + 2 * h * i + 2 * columns * h);
    const values = tokens * (30 * h + 6 * i + 4 * headCount * columns);
    const layer = products / operationsPerMs + (8 * values) / bytesPerMs + layerMs;
    return layerCount * layer + headMs;
  };
  const said = part === 'encoder' ? encoder.hiddenSize : classes;
  const moments = () => parameters.map(({ values }) => new Float32Array(values.length));
  let stepCount = 0;
  return {
    predictionTokens: 1024,
    readParameters: () => Promise.resolve(parameters),
    writeParameters: (change) => {
      change(parameters);
      return Promise.resolve();
    },
    accumulate: (batch) => {
      time.nowMs += 3 * forwardMs(batch);
      return Promise.resolve(1);
    },
    update: () => {
      stepCount++;
      time.nowMs += (updateBytes * parameterCount) / bytesPerMs;
      return Promise.resolve(1);
    },
    predict: (batch) => {
      time.nowMs += forwardMs(batch);
      return Promise.resolve(new Float32Array(countAsked(batch) * said));
    },
    readOptimiserState: () =>
      Promise.resolve({ stepCount, firstMoments: moments(), secondMoments: moments() }),
    restoreOptimiserState: (state) => {
      ({ stepCount } = state);
      return Promise.resolve();
    },
    dispose: () => Promise.resolve(),
  };
}
