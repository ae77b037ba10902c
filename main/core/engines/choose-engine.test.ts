import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import type { EngineRound } from '#core/domain/calibration.ts';
import {
  chooseEngine,
  errorBound,
  fewestDecidingRounds,
  type EngineRounds,
} from './choose-engine.ts';
import { defaultShape } from './default-shape.ts';
import { chooseMeasured, measureEngines } from './measure-engines.ts';
import { BusyMachine, type Load, type SimulatedEngine } from './testing/busy-machine.ts';

const round = (stepMs: number, othersShare: number | null = 0): EngineRound => ({
  stepMs,
  othersShare,
});
const rounds = (name: string, ...all: readonly EngineRound[]): EngineRounds => ({
  name,
  rounds: all,
});
const times = <Item>(count: number, item: Item) => new Array<Item>(count).fill(item);

describe('the choice of an engine', () => {
  it('is none of none, and the only one of one', () => {
    expect(chooseEngine([])).toBeNull();
    expect(chooseEngine([rounds('a')])).toMatchObject({ chosen: 'a', ground: 'only' });
  });

  it.each([
    [fewestDecidingRounds - 1, 'a', 'preferred', ['a', 'b']],
    [fewestDecidingRounds, 'b', 'certain', ['b']],
  ])('is certain after enough rounds in a row: %i', (count, chosen, ground, contenders) => {
    const engines = [
      rounds('a', ...times(count, round(20))),
      rounds('b', ...times(count, round(10))),
    ];
    expect(chooseEngine(engines)).toEqual({ chosen, ground, contenders });
  });

  it('is the preferred one of those that none has beaten', () => {
    const engines = [
      rounds('slow', ...times(12, round(90))),
      rounds('first', ...times(12, round(10))),
      rounds('second', ...times(6, round(9)), ...times(6, round(11))),
    ];
    expect(chooseEngine(engines)).toEqual({
      chosen: 'first',
      ground: 'preferred',
      contenders: ['first', 'second'],
    });
  });

  it('credits a step with what others had, twice', () => {
    const of = (othersShare: number | null) =>
      chooseEngine([
        rounds('a', ...times(20, round(100, othersShare))),
        rounds('b', ...times(20, round(30, othersShare))),
      ])?.chosen;
    expect([0, 0.4, 0.5, null].map(of)).toEqual(['b', 'b', 'a', 'b']);
  });

  it('does not take the engine that a busy machine once made look faster', () => {
    // 9.9 and 4.0 steps per second when quiet; measured under load as 1.04 and 2.25.
    const busy = [rounds('onnx-cpu', ...times(30, round(964, 0.75)))];
    busy.push(rounds('tensorflow-cpu', ...times(30, round(444, 0.6))));
    expect(chooseEngine(busy)).toMatchObject({ chosen: 'onnx-cpu', ground: 'preferred' });
  });

  it('calls one of two equal engines faster as seldom as it states', () => {
    let wrongCount = 0;
    const trialCount = 20_000;
    for (let seed = 0; seed < trialCount; seed++) {
      const random = new RandomStream(seed, 'equal');
      const draw = () => Array.from({ length: 30 }, () => round(random.uniform()));
      const choice = chooseEngine([rounds('a', ...draw()), rounds('b', ...draw())]);
      if (choice?.ground === 'certain') wrongCount++;
    }
    // Either of both may be called faster.
    expect(wrongCount / trialCount).toBeLessThan(2 * errorBound);
    expect(wrongCount).toBeGreaterThan(0);
  });
});

/** The first of two is preferred; the step of the other takes so many times as long when quiet. */
const slownesses = [0.1, 0.4, 0.8, 0.95, 1.05, 1.25, 2.5, 10];
const loads: readonly Load[] = [
  { burstMs: 1, busyPart: 0 },
  ...[300, 3000, 30_000, 300_000].flatMap((burstMs) =>
    [0.25, 0.6, 1].map((busyPart) => ({ burstMs, busyPart })),
  ),
];
const seedCount = 200;

interface Trial {
  readonly slowness: number;
  readonly load: Load;
  /** Whether the other one was chosen, now and as it once was done. */
  readonly other: boolean;
  readonly otherBefore: boolean;
  readonly tookMs: number;
}

async function tryChoice(slowness: number, load: Load, seed: number): Promise<Trial> {
  const random = new RandomStream(seed, 'engines');
  const stepMs = 30 + 170 * random.uniform();
  // From one that hardly suffers to one that suffers as far as a step is credited.
  const draw = (ms: number) => ({ stepMs: ms, sensitivity: 0.5 + 1.5 * random.uniform() });
  const engines = { first: draw(stepMs), other: draw(slowness * stepMs) };
  const machine = new BusyMachine(load, seed);
  const calibration = await measureEngines(
    {
      names: ['first', 'other'],
      start: (name) =>
        Promise.resolve({
          detail: 'simulated',
          measureRound: () =>
            Promise.resolve(machine.runRound(name === 'first' ? engines.first : engines.other)),
          end: () => undefined,
        }),
      machine: { fingerprint: 'm', description: 'simulated' },
      clock: { nowMs: () => machine.nowMs },
    },
    { shape: defaultShape, signal: new AbortController().signal, onEngines: () => undefined },
  );
  const choice = chooseMeasured(calibration.engines);
  const before = new BusyMachine(load, seed);
  const [first, other] = [engines.first, engines.other].map((engine) =>
    measureOnce(before, engine),
  );
  return {
    slowness,
    load,
    other: choice?.chosen === 'other',
    otherBefore: other < first,
    tookMs: machine.nowMs,
  };
}

/** As it once was done: the median of five steps of one engine, then of the next. */
function measureOnce(machine: BusyMachine, engine: SimulatedEngine): number {
  for (let step = 0; step < 2; step++) machine.runStep(engine);
  const taken = Array.from({ length: 5 }, () => machine.runStep(engine).tookMs);
  return taken.sort((a, b) => a - b)[2];
}

describe('the choice on simulated machines under random load', async () => {
  const trials: Trial[] = [];
  for (const slowness of slownesses) {
    for (const load of loads) {
      for (let seed = 0; seed < seedCount; seed++) {
        trials.push(await tryChoice(slowness, load, seed));
      }
    }
  }
  const share = (isTrue: (trial: Trial) => boolean, isCounted: (trial: Trial) => boolean) => {
    const counted = trials.filter(isCounted);
    return counted.filter(isTrue).length / counted.length;
  };
  const takesOther = ({ other }: Trial) => other;
  const keepsFirst = ({ other }: Trial) => !other;
  const isSlower = ({ slowness }: Trial) => slowness > 1;
  const isQuiet = ({ load }: Trial) => load.busyPart === 0;

  it('takes a slower engine more seldom than it states, where one measurement did so in every sixth', () => {
    expect(share(takesOther, isSlower)).toBeLessThan(errorBound / 10);
    expect(share(({ otherBefore }) => otherBefore, isSlower)).toBeGreaterThan(0.15);
  });

  it('takes a faster engine always on a quiet machine, unless both are as good as equal', () => {
    expect(share(keepsFirst, (trial) => isQuiet(trial) && trial.slowness <= 0.8)).toBe(0);
  });

  it('takes one that is ten times as fast on nearly any machine', () => {
    expect(share(keepsFirst, ({ slowness }) => slowness === 0.1)).toBeLessThan(0.1);
  });

  it('keeps the preferred one where load leaves the order uncertain, which costs no more than that', () => {
    const kept = share(keepsFirst, ({ slowness }) => slowness === 0.4);
    expect(kept).toBeGreaterThan(0.2);
    expect(kept).toBeLessThan(0.45);
  });

  it('ends within five minutes, on a quiet machine within a quarter of one on average', () => {
    expect(Math.max(...trials.map(({ tookMs }) => tookMs))).toBeLessThan(300_000);
    const quiet = trials.filter(isQuiet);
    const tookMs = quiet.reduce((sum, trial) => sum + trial.tookMs, 0) / quiet.length;
    expect(tookMs).toBeLessThan(15_000);
  });
});
