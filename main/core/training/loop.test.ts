import { setImmediate, setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { train, type LoopEffects, type StepReport, type TrainingData } from './loop.ts';
import type { StateKeeper, TrainingPosition } from './state-keeper.ts';
import type { DropoutKey, TargetBatch, TrainingSession, UpdateSettings } from './ports.ts';

/** An engine that only writes down what it is asked, and works as long as a timer takes. */
function recordingSession() {
  const calls: string[] = [];
  const dropouts: (DropoutKey | null)[] = [];
  const updates: UpdateSettings[] = [];
  const session: TrainingSession = {
    predictionTokens: 1,
    readParameters: () => Promise.resolve([]),
    writeParameters: () => Promise.resolve(),
    accumulate: async (given, dropout) => {
      const batch = given as TargetBatch;
      // Between a call and the work lie a queue, checks and a graph to be loaded.
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      calls.push(`start ${batch.rows}`);
      dropouts.push(dropout);
      await setTimeout(1);
      calls.push(`end ${batch.rows}`);
      return batch.rows;
    },
    update: (settings) => {
      calls.push('update');
      updates.push(settings);
      return Promise.resolve(1);
    },
    predict: () => Promise.reject(new Error('not asked')),
    readOptimiserState: () =>
      Promise.resolve({ stepCount: 0, firstMoments: [], secondMoments: [] }),
    restoreOptimiserState: () => Promise.resolve(),
    dispose: () => Promise.resolve(),
  };
  return { session, calls, dropouts, updates };
}

const batch = (rows: number): TargetBatch => ({
  rows,
  columns: 1,
  inputIds: new Int32Array(rows),
  lengths: new Int32Array(rows).fill(1),
  positions: Int32Array.of(0),
  labels: Int32Array.of(0),
  weights: Float32Array.of(1),
});

function dataOf(made: (rows: number) => void): TrainingData {
  return {
    epochCount: 2,
    stepsPerEpoch: 2,
    *steps(epoch) {
      for (const step of [0, 1]) {
        const rows = 10 * epoch + 2 * step;
        made(rows + 1);
        yield [batch(rows + 1), batch(rows + 2)];
      }
    },
  };
}

const effectsOf = (changes: Partial<LoopEffects> = {}): LoopEffects => ({
  clock: { nowMs: () => 0 },
  onStep: () => undefined,
  shouldStop: () => false,
  giveWay: setImmediate,
  stateKeeper: null,
  ...changes,
});

const settings = {
  peakLearningRate: 1,
  warmupFraction: 0,
  maxGradientNorm: 1,
  dropoutSeed: 5,
};

test('accumulates the micro-batches of each step, then updates with the scheduled rate', async () => {
  const { session, calls, dropouts, updates } = recordingSession();
  const reports: StepReport[] = [];
  const summary = await train(
    session,
    dataOf(() => undefined),
    {
      settings,
      effects: effectsOf({ onStep: (report) => reports.push(report) }),
    },
  );
  expect(calls.filter((call) => !call.startsWith('end'))).toEqual(
    [1, 2, 'u', 3, 4, 'u', 11, 12, 'u', 13, 14, 'u'].map((call) =>
      call === 'u' ? 'update' : `start ${call}`,
    ),
  );
  expect(dropouts.map((key) => key?.microStep)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(updates.map((update) => update.learningRate)).toEqual([1, 0.75, 0.5, 0.25]);
  expect(reports.map(({ step, loss, tokenCount }) => [step, loss, tokenCount])).toEqual([
    [1, 3, 3],
    [2, 7, 10],
    [3, 23, 33],
    [4, 27, 60],
  ]);
  expect(summary).toMatchObject({ completed: true, stepCount: 4, finalLoss: 25 });
});

test('climbs to its learning rate over the share of steps that is asked for', async () => {
  const { session, updates } = recordingSession();
  await train(
    session,
    dataOf(() => undefined),
    { settings: { ...settings, warmupFraction: 0.25 }, effects: effectsOf() },
  );
  expect(updates.map(({ learningRate }) => learningRate)).toEqual([1 / 2, 1, 2 / 3, 1 / 3]);
});

test('goes on after a skipped update, whose loss may be none, and tells of it', async () => {
  const { session } = recordingSession();
  let micro = 0;
  let update = 0;
  const reports: StepReport[] = [];
  const summary = await train(
    {
      ...session,
      accumulate: () => Promise.resolve(++micro === 5 ? NaN : 1),
      update: () => Promise.resolve(++update === 3 ? Infinity : 1),
    },
    dataOf(() => undefined),
    {
      settings,
      effects: effectsOf({ onStep: (report) => reports.push(report) }),
    },
  );
  expect(reports.map(({ gradientNorm }) => gradientNorm)).toEqual([1, 1, Infinity, 1]);
  expect(summary).toMatchObject({ completed: true, stepCount: 4, finalLoss: 2 });
});

test('makes the next batches while the engine works', async () => {
  const { session, calls } = recordingSession();
  await train(
    session,
    dataOf((rows) => calls.push(`make ${rows}`)),
    { settings, effects: effectsOf() },
  );
  expect(calls.indexOf('make 3')).toBeGreaterThan(calls.indexOf('start 1'));
  expect(calls.indexOf('make 3')).toBeLessThan(calls.indexOf('end 1'));
});

test('stops before the next step and says so', async () => {
  const { session, updates } = recordingSession();
  const summary = await train(
    session,
    dataOf(() => undefined),
    { settings, effects: effectsOf({ shouldStop: () => updates.length === 3 }) },
  );
  expect(summary).toMatchObject({ completed: false, stepCount: 3 });
});

test('hears a wish to stop beside an engine that never waits for anything', async () => {
  const { session } = recordingSession();
  let isAsked = false;
  void setTimeout(0).then(() => (isAsked = true));
  const summary = await train(
    { ...session, accumulate: () => Promise.resolve(1) },
    { ...dataOf(() => undefined), epochCount: 1000 },
    { settings, effects: effectsOf({ shouldStop: () => isAsked }) },
  );
  expect(summary.completed).toBe(false);
});

test('passes on the failure of a step, and that of making the next', async () => {
  const { session } = recordingSession();
  const failing = (part: Partial<TrainingSession>, made: (rows: number) => void) =>
    train({ ...session, ...part }, dataOf(made), { settings, effects: effectsOf() });
  const fail = () => Promise.reject(new Error('no memory'));
  await expect(failing({ accumulate: fail }, () => undefined)).rejects.toThrow('no memory');
  const refuse = (rows: number) => {
    if (rows === 3) throw new Error('no text');
  };
  await expect(failing({}, refuse)).rejects.toThrow('no text');
});

/** Remembers what it was given; `restored` is where a former process was. */
function rememberingKeeper(restored: TrainingPosition | null, isDue = false) {
  const kept: TrainingPosition[] = [];
  const stateKeeper: StateKeeper = {
    restore: () =>
      Promise.resolve(restored === null ? null : { position: restored, companion: null }),
    isDue: () => isDue,
    keep: (_, { position }) => {
      kept.push(position);
      return Promise.resolve();
    },
  };
  return { stateKeeper, kept };
}

test('keeps its state when that is due, and goes on from each as if nothing had happened', async () => {
  const { stateKeeper, kept } = rememberingKeeper(null, true);
  const nothing = () => undefined;
  const whole = recordingSession();
  const effects = effectsOf({ stateKeeper });
  const summary = await train(whole.session, dataOf(nothing), { settings, effects });
  expect(kept.map(({ step, microStep, tokenCount }) => [step, microStep, tokenCount])).toEqual([
    [1, 2, 3],
    [2, 4, 10],
    [3, 6, 33],
    [4, 8, 60],
  ]);
  for (const position of kept) {
    const { session, calls, dropouts, updates } = recordingSession();
    const steps: number[] = [];
    const resumed = await train(session, dataOf(nothing), {
      settings,
      effects: effectsOf({
        stateKeeper: rememberingKeeper({ ...position, elapsedMs: 1000 }).stateKeeper,
        onStep: ({ step }) => steps.push(step),
      }),
    });
    const { step, microStep } = position;
    expect(steps).toEqual([1, 2, 3, 4].slice(step));
    // Of a micro-batch: its start and its end; then the update of its step.
    expect(calls).toEqual(whole.calls.slice(5 * step));
    expect(dropouts).toEqual(whole.dropouts.slice(microStep));
    expect(updates).toEqual(whole.updates.slice(step));
    expect(resumed).toEqual({ ...summary, elapsedMs: 1000 });
  }
});

test('keeps its state before it stops, unless nothing was done since', async () => {
  const stopped = rememberingKeeper(null);
  const { session, updates } = recordingSession();
  const stopAfter = (count: number, { stateKeeper }: { stateKeeper: StateKeeper }) =>
    train(
      session,
      dataOf(() => undefined),
      {
        settings,
        effects: effectsOf({ stateKeeper, shouldStop: () => updates.length === count }),
      },
    );
  await stopAfter(3, stopped);
  expect(stopped.kept.map(({ step }) => step)).toEqual([3]);
  const again = rememberingKeeper(stopped.kept[0]);
  expect(await stopAfter(3, again)).toMatchObject({ completed: false, stepCount: 3 });
  expect(again.kept).toEqual([]);
});

test('hears a wish to stop while it makes the batches again that were done before', async () => {
  const { session } = recordingSession();
  const done = { microStep: 0, tokenCount: 0, elapsedMs: 0, lossSum: 0, lossCount: 0 };
  let made = 0;
  const data = { ...dataOf(() => made++), stepsPerEpoch: 1000 };
  const summary = await train(session, data, {
    settings,
    effects: effectsOf({
      stateKeeper: rememberingKeeper({ ...done, step: 500 }).stateKeeper,
      shouldStop: () => made === 2,
    }),
  });
  expect(summary).toMatchObject({ completed: false, stepCount: 500 });
});
