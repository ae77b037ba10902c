import { describe, expect, it } from 'vitest';
import type { Calibration, EngineRound } from '#core/domain/calibration.ts';
import { defaultShape } from './default-shape.ts';
import { doubtCalibration, isFar } from './doubt-calibration.ts';

const round = (stepMs: number, othersShare: number | null = 0): EngineRound => ({
  stepMs,
  othersShare,
});

describe('a round and earlier ones', () => {
  it.each([
    ['as it was', round(100), round(100), false],
    ['a little slower', round(140), round(100), false],
    ['much slower', round(160), round(100), true],
    ['much faster', round(60), round(100), true],
    ['slower on a machine that others have half of', round(390, 0.5), round(100), false],
    ['slower than that', round(700, 0.5), round(100), true],
    ['faster than on a machine that others had half of', round(100), round(390, 0.5), false],
    ['where the system does not tell', round(160, null), round(100, null), true],
  ])('%s', (_, now, before, expected) => {
    expect(isFar(now, [before, before, before])).toBe(expected);
  });
});

/** Both engines as often as decides, or one in vain. */
function calibrate(first: EngineRound, second: EngineRound | null): Calibration {
  const figures = (each: EngineRound) => ({
    state: 'measured' as const,
    detail: '',
    stepMs: each.stepMs,
    tokensPerSecond: 1,
    rounds: new Array<EngineRound>(20).fill(each),
  });
  const outcome =
    second === null
      ? { state: 'missing' as const, reason: 'no card', remedy: 'Add one.' }
      : figures(second);
  return {
    machine: 'm',
    machineDescription: 'a machine',
    programVersion: '0',
    measuredAtMs: 0,
    shape: defaultShape,
    engines: [
      { name: 'first', outcome: figures(first) },
      { name: 'second', outcome },
    ],
    chosen: 'first',
  };
}

function doubt(calibration: Calibration, now: EngineRound) {
  const ended: string[] = [];
  const start = (name: string) =>
    Promise.resolve({
      detail: '',
      measureRound: () => Promise.resolve(now),
      end: () => ended.push(name),
    });
  const { signal } = new AbortController();
  return { ended, reason: doubtCalibration({ start }, calibration, signal) };
}

describe('the figures of a calibration', () => {
  it('hold where the chosen engine is as fast as it was', async () => {
    const { reason, ended } = doubt(calibrate(round(100), round(200)), round(110));
    expect(await reason).toBeNull();
    expect(ended).toEqual(['first']);
  });

  it('hold without a look where there was no choice', async () => {
    const { reason, ended } = doubt(calibrate(round(100), null), round(900));
    expect(await reason).toBeNull();
    expect(ended).toEqual([]);
  });

  it('are doubted where it is far from them', async () => {
    const { reason } = doubt(calibrate(round(960), round(9999)), round(101));
    expect(await reason).toBe(
      'a step of first takes 101 ms, which is far from the 960 ms that were measured',
    );
  });

  it('are doubted where a busy machine left the order uncertain and is quiet now', async () => {
    const busy = calibrate(round(900, 0.7), round(400, 0.6));
    expect(await doubt(busy, round(100)).reason).toMatch(/is quiet now$/);
    expect(await doubt(busy, round(900, 0.7)).reason).toBeNull();
  });
});
