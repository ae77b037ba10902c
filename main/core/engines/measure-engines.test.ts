import { describe, expect, it } from 'vitest';
import type { EngineRound, EngineUnusable } from '#core/domain/calibration.ts';
import { fewestDecidingRounds } from './choose-engine.ts';
import { defaultShape } from './default-shape.ts';
import { chooseMeasured, measureEngines, type MeasuringRequest } from './measure-engines.ts';

const missing: EngineUnusable = { state: 'missing', reason: 'no card', remedy: 'Add one.' };
const failed: EngineUnusable = { state: 'failed', reason: 'signal SIGSEGV', remedy: 'Mend it.' };
const machine = { fingerprint: 'f'.repeat(64), description: 'a machine' };

/** What an engine does in each of its turns: a number is the time of a step. */
type Behaviour = EngineUnusable | ((turn: number) => number | EngineUnusable);

/** Measures engines whose behaviour is known beforehand; tells their turns and ends. */
function measureKnown(
  behaviours: Readonly<Record<string, Behaviour>>,
  changes: Partial<MeasuringRequest> = {},
) {
  const turns: string[] = [];
  const ended: string[] = [];
  let nowMs = 0;
  const calibration = measureEngines(
    {
      names: Object.keys(behaviours),
      start: (name) => {
        const behaviour = behaviours[name];
        if (typeof behaviour !== 'function') return Promise.resolve(behaviour);
        let turn = 0;
        const measureRound = (): Promise<EngineRound | EngineUnusable> => {
          turns.push(name);
          const stepMs = behaviour(turn++);
          if (typeof stepMs !== 'number') return Promise.resolve(stepMs);
          nowMs += stepMs;
          return Promise.resolve({ stepMs, othersShare: null });
        };
        return Promise.resolve({ detail: 'here', measureRound, end: () => ended.push(name) });
      },
      machine,
      clock: { nowMs: () => nowMs },
    },
    {
      shape: defaultShape,
      signal: new AbortController().signal,
      onEngines: () => undefined,
      ...changes,
    },
  );
  return { calibration, turns, ended };
}

describe('measuring all engines', () => {
  it('chooses the fastest and keeps every outcome, with machine and time', async () => {
    const behaviours = { slow: () => 100, broken: failed, fast: () => 64, absent: missing };
    const { calibration, ended } = measureKnown(behaviours);
    const { engines, ...rest } = await calibration;
    expect(rest).toMatchObject({
      machine: machine.fingerprint,
      machineDescription: 'a machine',
      shape: defaultShape,
      chosen: 'fast',
    });
    expect(rest.measuredAtMs).toBeGreaterThan(0);
    expect(engines.map(({ name }) => name)).toEqual(Object.keys(behaviours));
    expect([engines[1].outcome, engines[3].outcome]).toEqual([failed, missing]);
    expect(engines[2].outcome).toMatchObject({ detail: 'here', stepMs: 64, tokensPerSecond: 16e3 });
    expect(new Set(ended)).toEqual(new Set(['slow', 'fast']));
  });

  it('gives all a turn in each round, in changing order, until the order is certain', async () => {
    const { calibration, turns } = measureKnown({ a: () => 20, b: () => 10 });
    expect(chooseMeasured((await calibration).engines)?.ground).toBe('certain');
    // One of each when it starts; these do not count.
    const rounds = turns.slice(2).join('').match(/../g) ?? [];
    expect(rounds).toHaveLength(fewestDecidingRounds);
    expect(new Set(rounds)).toEqual(new Set(['ab', 'ba']));
  });

  it('prefers the first of two that are equally fast', async () => {
    const { calibration } = measureKnown({ a: () => 10, b: () => 10 });
    const { chosen, engines } = await calibration;
    expect(chosen).toBe('a');
    expect(chooseMeasured(engines)?.ground).toBe('preferred');
  });

  it('goes on without the engine that is beaten', async () => {
    const { calibration, turns } = measureKnown({ a: () => 10, b: () => 10, c: () => 90 });
    expect(chooseMeasured((await calibration).engines)?.contenders).toEqual(['a', 'b']);
    const turnsOf = (name: string) => turns.filter((turn) => turn === name).length;
    expect(turnsOf('c')).toBe(1 + fewestDecidingRounds);
    expect(turnsOf('a')).toBeGreaterThan(turnsOf('c'));
  });

  it('lets an engine fail in any turn, and chooses from the others', async () => {
    for (const failing of [0, 3]) {
      const { calibration, ended } = measureKnown({
        a: () => 20,
        b: (turn) => (turn === failing ? failed : 10),
      });
      const { chosen, engines } = await calibration;
      expect(chosen).toBe('a');
      expect(engines[1].outcome).toEqual(failed);
      expect(engines[0].outcome).toMatchObject({ state: 'measured', stepMs: 20 });
      expect(ended).toContain('b');
    }
  });

  it('does a few rounds of the only one', async () => {
    const { calibration, turns } = measureKnown({ a: (turn) => [500, 10, 40, 20][turn] });
    expect((await calibration).engines[0].outcome).toMatchObject({ stepMs: 20 });
    expect(turns).toHaveLength(4);
  });

  it('has an end where steps take long', async () => {
    const slow = measureKnown({ a: () => 20_000, b: () => 20_000 });
    await slow.calibration;
    // Five minutes of steps, and the round at hand.
    expect(slow.turns.length - 2).toBeLessThanOrEqual(2 + 300 / 20);
    const fewer = measureKnown({ a: () => 5000, b: () => 2500 });
    expect((await fewer.calibration).chosen).toBe('b');
  });

  it('chooses none where none came to an end', async () => {
    const { calibration } = measureKnown({ a: missing, b: failed, c: () => failed });
    expect((await calibration).chosen).toBeNull();
  });

  it('tells which are measured, and measures none after it was ended', async () => {
    const end = new AbortController();
    const told: string[] = [];
    const onEngines = (names: readonly string[]) => {
      told.push(names.join());
      if (told.length === 4) end.abort();
    };
    const behaviours = { a: () => 1, b: missing, c: () => 1 };
    const { calibration, ended } = measureKnown(behaviours, { signal: end.signal, onEngines });
    await expect(calibration).rejects.toThrow('aborted');
    expect(told).toEqual(['a', 'b', 'c', 'a,c']);
    expect(ended).toEqual(['a', 'c']);
  });
});
