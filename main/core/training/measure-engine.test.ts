import { expect, test } from 'vitest';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { measureEngine } from './measure-engine.ts';
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

test('runs real steps and takes the median of those after the warm-up', async () => {
  const stepTimesMs = [900, 800, 10, 30, 20, 500, 40];
  // Each step looks at the clock when it begins, and when it ends unless it is a warm-up step.
  const looks = stepTimesMs.flatMap((stepMs, step) =>
    step < 2 ? [1000 * step] : [1000 * step, 1000 * step + stepMs],
  );
  const measured = await measureEngine(
    createOnnxCpuRuntime(),
    { encoder, rows: 2, columns: 15 },
    { nowMs: () => looks.shift() ?? Number.NaN },
  );
  expect(looks).toEqual([]);
  expect(measured).toEqual({ stepMs: 30, tokensPerSecond: 1000 });
});

test('is content with fewer steps of a slow engine', async () => {
  // Two steps to warm up, then 9 s each: the first of them ends after 27 s.
  const looks = [0, 9000, 18_000, 27_000];
  const measured = await measureEngine(
    createOnnxCpuRuntime(),
    { encoder, rows: 2, columns: 15 },
    { nowMs: () => looks.shift() ?? Number.NaN },
  );
  expect(looks).toEqual([]);
  expect(measured.stepMs).toBe(9000);
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
    const shape = { encoder, rows: 2, columns: 15 };
    const measuring = measureEngine({ name: 'watched', open }, shape, { nowMs: () => 0 });
    if (failure === null) await measuring;
    else await expect(measuring).rejects.toBe(failure);
    expect(closed).toBe(1);
  },
);
