import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { train, type TrainingData } from './loop.ts';
import type { Predictor, TargetBatch, TrainingSession } from './ports.ts';
import {
  PretrainingCompanion,
  spreadSteps,
  type CompanionSettings,
} from './pretraining-companion.ts';
import type { KeptTraining, StateKeeper } from './state-keeper.ts';

/** A session whose one weight counts its updates, and which predicts with a loss that a test names. */
function countingSession() {
  let weight = 0;
  const session: TrainingSession = {
    predictionTokens: 1024,
    readParameters: () =>
      Promise.resolve([{ name: 'weight', shape: [1], values: Float32Array.of(weight) }]),
    writeParameters: () => Promise.resolve(),
    accumulate: () => Promise.resolve(2),
    update: () => {
      weight++;
      return Promise.resolve(1);
    },
    predict: () => Promise.reject(new Error('asked through predictorOf')),
    readOptimiserState: () => Promise.reject(new Error('not asked')),
    restoreOptimiserState: () => Promise.resolve(),
    dispose: () => Promise.resolve(),
  };
  return { session, at: () => weight, goTo: (step: number) => (weight = step) };
}

const batch: TargetBatch = {
  rows: 1,
  columns: 1,
  inputIds: Int32Array.of(1),
  lengths: Int32Array.of(1),
  positions: Int32Array.of(0),
  labels: Int32Array.of(0),
  weights: Float32Array.of(1),
};
const data: TrainingData = {
  epochCount: 10,
  stepsPerEpoch: 10,
  *steps() {
    for (let step = 0; step < 10; step++) yield [batch];
  },
};
const questions = new Map([
  [
    'notes',
    {
      examples: [
        { ids: Int32Array.of(2, 4, 3), positions: Int32Array.of(1), labels: Int32Array.of(0) },
      ],
      tokenCount: 1,
      wordCount: 1,
      unknownCount: 0,
    },
  ],
]);
/** Two classes: the cross-entropy of the first is `loss`. */
const logitsOf = (loss: number) => Float32Array.of(0, Math.log(Math.expm1(loss)));

function follow(lossAt: (step: number) => number, changes: Partial<CompanionSettings> = {}) {
  const { session, at, goTo } = countingSession();
  const measured: number[] = [];
  const companion = new PretrainingCompanion({
    questions,
    paddingId: 0,
    vocabularySize: 1000,
    points: 10,
    patience: null,
    predictorOf: (): Predictor => ({
      predictionTokens: 1024,
      predict: () => Promise.resolve(logitsOf(lossAt(at()))),
    }),
    onMeasured: ({ step }) => measured.push(step),
    errorOf: ({ step }) => new Error(`left at ${step}`),
    ...changes,
  });
  const run = (stateKeeper: StateKeeper | null = null) =>
    train(session, data, {
      settings: {
        peakLearningRate: 1,
        warmupFraction: 0,
        maxGradientNorm: null,
        dropoutSeed: null,
      },
      effects: {
        clock: { nowMs: () => 0 },
        onStep: () => undefined,
        shouldStop: () => false,
        giveWay: setImmediate,
        stateKeeper,
        companion,
      },
    });
  return { session, companion, measured, run, goTo };
}

/** Best after 40 updates. */
const valley = (step: number) => 1 + Math.abs(step - 40) / 100;

describe('what goes along with a pre-training', () => {
  it('measures before it and at steps spread evenly, and keeps the weights of the best', async () => {
    const { companion, measured, run } = follow(valley);
    expect(await run()).toMatchObject({ completed: true, stepCount: 100 });
    expect(measured).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(companion.points[4].loss).toBeCloseTo(1, 6);
    expect(companion.setAside?.step).toBe(40);
    expect(companion.setAside?.weights.get('weight')).toEqual(Float32Array.of(40));
    expect(companion.hasEndedEarly).toBe(false);
  });

  it.each([
    [1, 50],
    [3, 70],
    [6, 100],
    [7, 100],
  ])('ends after %d measurements without a better one, at step %d', async (patience, end) => {
    const { companion, run } = follow(valley, { patience });
    expect(await run()).toMatchObject({ completed: true, stepCount: end });
    expect(companion.setAside?.step).toBe(40);
    expect(companion.hasEndedEarly).toBe(patience < 7);
  });

  it('goes on from any step with the same points, weights and end', async () => {
    const kept: KeptTraining[] = [];
    const keeper = (restored: KeptTraining | null): StateKeeper => ({
      restore: () => Promise.resolve(restored),
      isDue: () => true,
      keep: (_, training) => {
        kept.push(structuredClone(training));
        return Promise.resolve();
      },
    });
    const whole = follow(valley, { patience: 3 });
    await whole.run(keeper(null));
    expect(kept).toHaveLength(69);
    for (const state of kept.slice()) {
      const resumed = follow(valley, { patience: 3 });
      resumed.goTo(state.position.step);
      expect(await resumed.run(keeper(state))).toMatchObject({ stepCount: 70 });
      expect(resumed.companion.points).toEqual(whole.companion.points);
      expect(resumed.companion.setAside).toEqual(whole.companion.setAside);
    }
  });

  it('fails a training whose loss leaves, with the last weights before aside', async () => {
    const { session, companion, run } = follow(valley, { questions: null });
    let update = 0;
    session.accumulate = () => Promise.resolve(++update > 55 ? 30 : 2);
    await expect(run()).rejects.toThrow('left at 56');
    // Without held-out text every hundredth is kept: here none yet.
    expect(companion.setAside).toBeNull();
    expect(companion.points).toEqual([]);
  });

  it('without held-out text keeps the weights of each hundredth update before the loss left', async () => {
    const long: TrainingData = { ...data, epochCount: 40 };
    const { session, companion } = follow(valley, { questions: null });
    let update = 0;
    session.accumulate = () => Promise.resolve(++update > 255 ? 30 : 2);
    const running = train(session, long, {
      settings: {
        peakLearningRate: 1,
        warmupFraction: 0,
        maxGradientNorm: null,
        dropoutSeed: null,
      },
      effects: {
        clock: { nowMs: () => 0 },
        onStep: () => undefined,
        shouldStop: () => false,
        giveWay: setImmediate,
        stateKeeper: null,
        companion,
      },
    });
    await expect(running).rejects.toThrow('left at 256');
    expect(companion.setAside).toMatchObject({ step: 200 });
  });

  it.each([
    ['before it', [0]],
    ['on its way', [20, 50]],
    ['at the best', [40]],
    ['always', [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]],
  ])('takes no loss that is no number for a measurement, %s', async (_, broken) => {
    const steps = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
    const lossAt = (step: number) => (broken.includes(step) ? NaN : valley(step));
    const kept: KeptTraining[] = [];
    const keeper = (restored: KeptTraining | null): StateKeeper => ({
      restore: () => Promise.resolve(restored),
      isDue: () => true,
      keep: (_, training) => {
        kept.push(JSON.parse(JSON.stringify(training)) as KeptTraining);
        return Promise.resolve();
      },
    });
    const { companion, measured, run } = follow(lossAt, { patience: 7 });
    expect(await run(keeper(null))).toMatchObject({ stepCount: 100 });
    const numbers = steps.filter((step) => !broken.includes(step));
    const best = numbers.toSorted((one, other) => valley(one) - valley(other)).at(0) ?? null;
    expect(measured).toEqual(numbers);
    expect(companion.points.map(({ step }) => step)).toEqual(numbers);
    expect(companion.setAside?.step ?? null).toBe(best);
    // Weights apart, what is kept is JSON: from any of them the same is found again.
    const { position, companion: facts } = kept[44];
    const resumed = follow(lossAt, { patience: 7 });
    resumed.goTo(position.step);
    const weights = best === null ? null : new Map([['weight', Float32Array.of(40)]]);
    const restored = { position, companion: facts && { ...facts, weights } };
    await resumed.run(keeper(restored));
    expect(resumed.companion.points).toEqual(companion.points);
    expect(resumed.companion.setAside?.step ?? null).toBe(best);
  });

  it('goes on from what an earlier version kept, whose losses may be null', async () => {
    const { companion, session } = follow(valley, { patience: 2 });
    const points = [
      { step: 0, loss: null, lossOfCorpus: { notes: null } },
      { step: 10, loss: 1.3, lossOfCorpus: { notes: 1.3 } },
    ];
    const watch = { losses: [], lowestMean: null, tooHigh: 0, notFinite: 0 };
    const facts = { points, watch, setAsideStep: 10, step: 10 };
    await companion.begin(session, { facts, weights: new Map() }, 100);
    expect(companion.points).toEqual([points[1]]);
  });

  it('holds nothing out where no corpus has a masked token', async () => {
    const [[, asked]] = questions;
    const empty = new Map([['notes', { ...asked, examples: [], tokenCount: 0, wordCount: 0 }]]);
    for (const nothing of [empty, new Map<string, typeof asked>()]) {
      const { companion, measured, run } = follow(valley, { questions: nothing, patience: 1 });
      expect(await run()).toMatchObject({ stepCount: 100 });
      expect(measured).toEqual([]);
      expect(companion).toMatchObject({ points: [], setAside: { step: 100 } });
    }
    const both = new Map([...questions, ['letters', [...empty.values()][0]] as const]);
    const { companion, run } = follow(valley, { questions: both });
    await run();
    expect(companion.points[0].lossOfCorpus).toEqual({ notes: companion.points[0].loss });
  });

  it('measures a short training at each step, once', () => {
    expect([...spreadSteps(3, 20)]).toEqual([1, 2, 3]);
    expect([...spreadSteps(100, 4)]).toEqual([25, 50, 75, 100]);
    expect([...spreadSteps(0, 4)]).toEqual([1]);
  });
});
