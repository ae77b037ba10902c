import { expect, test } from 'vitest';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { openMeasurement } from './measure-engine.ts';
import type { Runtime } from './ports.ts';

const encoder = {
  vocabularySize: 50,
  hiddenSize: 16,
  layerCount: 1,
  headCount: 2,
  intermediateSize: 32,
  maxPositions: 16,
  tokenTypeCount: 2,
  layerNormEpsilon: 1e-12,
  positionOffset: 0,
  hiddenActivation: 'gelu',
} as const;
const shape = { encoder, rows: 2, columns: 15 };

test.each([
  // Two steps to warm up; then the first of a round is left out, and the median of three counts.
  ['quick steps', [900, 800, 100, 10, 40, 20], 20],
  ['steps that soon take a second', [900, 800, 100, 600, 500], 600],
  ['steps that take longer', [9000, 8000, 7000], 7000],
])('runs real steps and takes the median of a round: %s', async (_, stepTimesMs, expected) => {
  const looks = stepTimesMs.flatMap((stepMs, step) => [10_000 * step, 10_000 * step + stepMs]);
  const clock = { nowMs: () => looks.shift() ?? Number.NaN };
  const measurement = await openMeasurement(createOnnxCpuRuntime(), shape, clock);
  expect(await measurement.measureRound()).toBe(expected);
  expect(looks).toEqual([]);
  await measurement.close();
});

test.each([null, new Error('no memory')])(
  'closes what it opened (failure: %s)',
  async (failure) => {
    const engine = createOnnxCpuRuntime({ threads: 1 });
    let closed = 0;
    const open: Runtime['open'] = async (request) => {
      const session = await engine.open(request);
      const dispose = session.dispose.bind(session);
      session.dispose = () => {
        closed++;
        return dispose();
      };
      if (failure !== null) session.accumulate = () => Promise.reject(failure);
      return session;
    };
    const opening = openMeasurement({ name: 'watched', open }, shape, { nowMs: () => 0 });
    if (failure === null) await (await opening).close();
    else await expect(opening).rejects.toBe(failure);
    expect(closed).toBe(1);
  },
);
