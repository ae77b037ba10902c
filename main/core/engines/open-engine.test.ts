import { describe, expect, it } from 'vitest';
import { AnamnesisError } from '#core/base/error.ts';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { refusingLater } from '#core/storage/testing/refusing.ts';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import {
  choosePrecision,
  openFastestEngine,
  openNamedEngine,
  type StudyEngines,
} from './open-engine.ts';

/** Two engines of which "other" can be there or not; both compute with the CPU. */
function twoEngines(
  changes: Partial<StudyEngines> & {
    readonly missing?: readonly string[];
    readonly slowness?: number;
  } = {},
) {
  const { missing = [], slowness = 1, ...others } = changes;
  const measured: string[] = [];
  const isMissing = (name: string) => missing.includes(name);
  const unavailable = { expected: 'it', found: 'nothing', remedy: 'Add it.' };
  const engines: StudyEngines = {
    names: ['onnx-cpu', 'other'],
    machine: { fingerprint: 'm', description: 'a machine' },
    clock: { nowMs: () => 1 },
    commanded: null,
    precision: 'float32',
    start: (name) => {
      measured.push(name);
      if (isMissing(name)) return Promise.resolve({ state: 'missing', reason: 'x', remedy: 'y' });
      const round = { stepMs: (name === 'other' ? 1 : 2) * slowness, othersShare: 0 };
      return Promise.resolve({
        detail: '',
        measureRound: () => Promise.resolve(round),
        end: () => undefined,
      });
    },
    open: (name) => {
      if (isMissing(name))
        return Promise.reject(new AnamnesisError('runtime.unavailable', unavailable));
      return Promise.resolve({ ...createOnnxCpuRuntime(), name });
    },
    ...others,
  };
  return { engines, measured };
}

const effectsOf = (workspace: ReturnType<typeof newWorkspace>) => ({
  workspace,
  signal: new AbortController().signal,
  say: () => undefined,
});

describe('a named engine', () => {
  it('is the one of the command, before the plan’s', async () => {
    const { engines } = twoEngines({ commanded: 'other' });
    const opened = await openNamedEngine(engines, 'onnx-cpu');
    expect(opened).toMatchObject({ source: 'command', runtime: { name: 'other' } });
  });

  it('is the one of the plan, where the command names none', async () => {
    const opened = await openNamedEngine(twoEngines().engines, 'onnx-cpu');
    expect(opened).toMatchObject({ source: 'plan', runtime: { name: 'onnx-cpu' } });
    expect(await openNamedEngine(twoEngines().engines, null)).toBeNull();
  });

  it('is never silently exchanged for another', async () => {
    const { engines } = twoEngines({ missing: ['other'] });
    await refusingLater('runtime.unavailable', openNamedEngine(engines, 'other'));
  });
});

describe('the precision', () => {
  it.each([
    ['mixed', 'float32', 'mixed'],
    ['float32', 'mixed', 'float32'],
    [null, 'mixed', 'mixed'],
    [null, null, 'float32'],
  ] as const)('of command %s and plan %s is %s', async (commandedPrecision, planned, expected) => {
    const { engines } = twoEngines();
    const asked: unknown[] = [];
    const open = (name: string, precision: string) => {
      asked.push([name, precision]);
      return engines.open(name);
    };
    const chosen = choosePrecision({ ...engines, commandedPrecision, open }, planned);
    await openNamedEngine(chosen, 'other');
    expect(asked).toEqual([['other', expected]]);
  });
});

describe('mixed precision without a named engine', () => {
  const capable = (...names: string[]) => {
    const { engines } = twoEngines({ missing: ['other'] });
    const open = (name: string) =>
      names.includes(name)
        ? Promise.resolve({ ...createOnnxCpuRuntime(), name })
        : engines.open(name).then(() => {
            const details = { expected: 'half', found: 'whole', remedy: 'Leave it out.' };
            throw new AnamnesisError('engine.no-half-precision', details);
          });
    return choosePrecision({ ...engines, commandedPrecision: null, open }, 'mixed');
  };

  it('is refused at once where no engine can do it', async () => {
    await refusingLater('engine.no-half-precision', openNamedEngine(capable(), null));
  });

  it('waits for the measurement where one can', async () => {
    expect(await openNamedEngine(capable('onnx-cpu'), null)).toBeNull();
    expect(await openNamedEngine(capable('other'), null)).toBeNull();
  });

  it('asks nothing of an engine where float32 will do', async () => {
    const open = () => Promise.reject(new Error('asked'));
    expect(await openNamedEngine({ ...twoEngines().engines, open }, null)).toBeNull();
  });
});

describe('the fastest engine', () => {
  it('is measured once and remembered', async () => {
    const effects = effectsOf(newWorkspace());
    const first = twoEngines();
    expect(await openFastestEngine(first.engines, effects)).toMatchObject({
      source: 'measurement',
      runtime: { name: 'other' },
    });
    expect(first.measured).toEqual(['onnx-cpu', 'other']);
    const second = twoEngines();
    expect((await openFastestEngine(second.engines, effects)).runtime.name).toBe('other');
    // Whether it is as fast as it was; the others are left alone.
    expect(second.measured).toEqual(['other']);
  });

  it('is remembered without a look where there is no choice', async () => {
    const effects = effectsOf(newWorkspace());
    await openFastestEngine(twoEngines({ missing: ['other'] }).engines, effects);
    const second = twoEngines({ missing: ['other'], slowness: 9 });
    expect((await openFastestEngine(second.engines, effects)).runtime.name).toBe('onnx-cpu');
    expect(second.measured).toEqual([]);
  });

  it.each([2, 0.5])(
    'is measured again when its steps take %d times as long as they did, and says so',
    async (slowness) => {
      const effects = effectsOf(newWorkspace());
      await openFastestEngine(twoEngines().engines, effects);
      const { engines, measured } = twoEngines({ slowness });
      const said: string[] = [];
      await openFastestEngine(engines, { ...effects, say: (text) => said.push(text) });
      expect(measured).toEqual(['other', 'onnx-cpu', 'other']);
      expect(said[0]).toMatch(/^a step of other takes .* far from the 1\.00 ms/);
    },
  );

  it('is measured again where it was measured in one piece', async () => {
    const effects = effectsOf(newWorkspace());
    await openFastestEngine(twoEngines().engines, effects);
    const { calibrations } = effects.workspace;
    const known = calibrations.find('m')!;
    calibrations.put({
      ...known,
      engines: known.engines.map(({ name, outcome }) => ({
        name,
        outcome: outcome.state === 'measured' ? { ...outcome, rounds: [] } : outcome,
      })),
    });
    const { engines, measured } = twoEngines();
    await openFastestEngine(engines, effects);
    expect(measured).toEqual(['onnx-cpu', 'other']);
  });

  it.each([
    ['another machine', { machine: { fingerprint: 'n', description: 'another' } }],
    ['a program with other engines', { names: ['other', 'onnx-cpu'] }],
  ])('is measured again on %s', async (_, change) => {
    const effects = effectsOf(newWorkspace());
    await openFastestEngine(twoEngines().engines, effects);
    const { engines, measured } = twoEngines(change);
    await openFastestEngine(engines, effects);
    expect(measured).toHaveLength(2);
  });

  it('is measured again when another version of the program measured it', async () => {
    const effects = effectsOf(newWorkspace());
    await openFastestEngine(twoEngines().engines, effects);
    const { calibrations } = effects.workspace;
    calibrations.put({ ...calibrations.find('m')!, programVersion: '0.0.1' });
    const { engines, measured } = twoEngines();
    await openFastestEngine(engines, effects);
    expect(measured).toHaveLength(2);
  });

  it('is measured again when the one that was chosen is gone', async () => {
    const effects = effectsOf(newWorkspace());
    await openFastestEngine(twoEngines().engines, effects);
    const { engines, measured } = twoEngines({ missing: ['other'] });
    expect((await openFastestEngine(engines, effects)).runtime.name).toBe('onnx-cpu');
    expect(measured).toEqual(['other', 'onnx-cpu', 'other']);
    expect(effects.workspace.calibrations.find('m')?.chosen).toBe('onnx-cpu');
  });

  it('is the preferred one of those found where no measurement came to its end', async () => {
    const failed = { state: 'failed', reason: 'no end within a minute', remedy: 'Wait.' } as const;
    const { engines } = twoEngines({ start: () => Promise.resolve(failed) });
    const effects = effectsOf(newWorkspace());
    const said: string[] = [];
    const opened = await openFastestEngine(engines, { ...effects, say: (text) => said.push(text) });
    expect(opened.runtime.name).toBe('onnx-cpu');
    expect(said.at(-1)).toMatch(/onnx-cpu was found and is used/);
    expect(effects.workspace.calibrations.find('m')?.chosen).toBeNull();
  });

  it('is none where none can be used', async () => {
    const { engines } = twoEngines({ missing: ['onnx-cpu', 'other'] });
    const effects = effectsOf(newWorkspace());
    await refusingLater('runtime.unavailable', openFastestEngine(engines, effects));
  });
});
