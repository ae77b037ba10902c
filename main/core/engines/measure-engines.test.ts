import { describe, expect, it } from 'vitest';
import type { EngineOutcome } from '#core/domain/calibration.ts';
import { defaultShape } from './default-shape.ts';
import { measureEngines, type MeasuringRequest } from './measure-engines.ts';

const measured = (tokensPerSecond: number): EngineOutcome => ({
  state: 'measured',
  detail: 'here',
  stepMs: 1_024_000 / tokensPerSecond,
  tokensPerSecond,
});
const missing: EngineOutcome = { state: 'missing', reason: 'no card', remedy: 'Add one.' };
const failed: EngineOutcome = { state: 'failed', reason: 'signal SIGSEGV', remedy: 'Mend it.' };

const machine = { fingerprint: 'f'.repeat(64), description: 'a machine' };

/** Measures engines whose outcomes are known beforehand. */
function measureKnown(
  outcomes: Readonly<Record<string, EngineOutcome>>,
  changes: Partial<MeasuringRequest> = {},
) {
  const measuring = {
    names: Object.keys(outcomes),
    measure: (name: string) => Promise.resolve(outcomes[name]),
    machine,
    clock: { nowMs: () => 77 },
  };
  const { signal } = new AbortController();
  const onEngine = () => undefined;
  return measureEngines(measuring, { shape: defaultShape, signal, onEngine, ...changes });
}

describe('measuring all engines', () => {
  it('chooses the fastest and keeps every outcome, with machine and time', async () => {
    const outcomes = { slow: measured(10), broken: failed, fast: measured(30), absent: missing };
    const calibration = await measureKnown(outcomes);
    expect(calibration).toMatchObject({
      machine: machine.fingerprint,
      machineDescription: 'a machine',
      measuredAtMs: 77,
      shape: defaultShape,
      chosen: 'fast',
    });
    expect(calibration.engines).toEqual(
      Object.entries(outcomes).map(([name, outcome]) => ({ name, outcome })),
    );
  });

  it('prefers the first of two that are equally fast', async () => {
    expect((await measureKnown({ a: measured(10), b: measured(10) })).chosen).toBe('a');
  });

  it('chooses none where none came to an end', async () => {
    expect((await measureKnown({ a: missing, b: failed })).chosen).toBeNull();
  });

  it('measures one after the other, and none after it was ended', async () => {
    const end = new AbortController();
    const begun: string[] = [];
    const onEngine = (name: string) => {
      begun.push(name);
      if (name === 'b') end.abort();
    };
    const all = { a: measured(1), b: measured(2), c: measured(3) };
    await expect(measureKnown(all, { signal: end.signal, onEngine })).rejects.toThrow('aborted');
    expect(begun).toEqual(['a', 'b']);
  });
});
