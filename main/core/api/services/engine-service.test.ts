import { describe, expect, it } from 'vitest';
import type { EngineUnusable } from '#core/domain/calibration.ts';
import { refusingLater } from '#core/storage/testing/refusing.ts';
import { newWorkspace, openSql } from '#core/storage/testing/temporary-workspace.ts';
import type { StartedEngine } from '#core/engines/measure-engines.ts';
import { createEngineService } from './engine-service.ts';

/** An engine whose rounds all take the same time. */
const measured: StartedEngine = {
  detail: '2 threads',
  measureRound: () => Promise.resolve({ stepMs: 250, othersShare: 0.25 }),
  end: () => undefined,
};
const missing: EngineUnusable = { state: 'missing', reason: 'no card', remedy: 'Add one.' };

/** A service whose engines start when the test says so. */
function openService(workspace = newWorkspace()) {
  const under: { name: string; end: (begun: StartedEngine | EngineUnusable) => void }[] = [];
  const service = createEngineService(workspace, {
    names: ['cpu', 'card'],
    machine: { fingerprint: 'm', description: 'a machine' },
    clock: { nowMs: () => 5 },
    start: (name, _shape, signal) =>
      new Promise((resolve, reject) => {
        under.push({ name, end: resolve });
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      }),
  });
  let changes = 0;
  service.subscribe(({ type }) => {
    if (type === 'engines-changed') changes++;
  });
  /** Waits for the next change that the service tells. */
  const next = async () => {
    const before = changes;
    await expect.poll(() => changes).toBeGreaterThan(before);
  };
  return { workspace, service, under, next };
}

describe('the engines in the window', () => {
  it('are unmeasured at first, are measured one by one, and the choice is kept', async () => {
    const { workspace, service, under, next } = openService();
    expect(await service.describe()).toMatchObject({
      machine: 'a machine',
      measuring: [],
      measuredAtMs: null,
      choice: null,
      engines: [
        { name: 'cpu', state: 'unmeasured', chosen: false },
        { name: 'card', state: 'unmeasured', chosen: false },
      ],
    });
    service.measureIfUnknown();
    expect(await service.describe()).toMatchObject({ measuring: ['cpu'] });
    const second = next();
    under[0].end(measured);
    await second;
    expect(await service.describe()).toMatchObject({
      measuring: ['card'],
      engines: [{ state: 'measured', stepsPerSecond: 4, chosen: false }, { state: 'unmeasured' }],
    });
    const end = next();
    under[1].end(missing);
    await end;
    expect(await service.describe()).toMatchObject({
      measuring: [],
      measuredAtMs: 5,
      choice: 'cpu is the only engine that computes here',
      failure: null,
      engines: [
        {
          state: 'measured',
          chosen: true,
          detail: '2 threads',
          tokensPerSecond: 4096,
          othersShare: 0.25,
        },
        { state: 'missing', chosen: false, detail: 'no card', remedy: 'Add one.' },
      ],
    });
    const again = openService(workspace);
    again.service.measureIfUnknown();
    expect(again.under).toEqual([]);
    expect(await again.service.describe()).toMatchObject({ measuring: [], measuredAtMs: 5 });
  });

  it('keep their figures while they are measured again, and when that is called off', async () => {
    const { workspace, service, under, next } = openService();
    service.measureIfUnknown();
    for (const outcome of [measured, missing]) {
      const change = next();
      under.at(-1)!.end(outcome);
      await change;
    }
    await service.measure();
    await service.measure();
    expect(under).toHaveLength(3);
    expect(await service.describe()).toMatchObject({
      measuring: ['cpu'],
      engines: [{ chosen: true, tokensPerSecond: 4096 }, { state: 'missing' }],
    });
    const end = next();
    service.cancel();
    await end;
    expect(await service.describe()).toMatchObject({ measuring: [], measuredAtMs: 5 });
    expect(workspace.calibrations.find('m')).toMatchObject({ chosen: 'cpu' });
  });

  it('are not measured while a study trains', async () => {
    const { workspace, service, under } = openService();
    const lock = workspace.lockForTrainer();
    await refusingLater('workspace.trainer-active', service.measure());
    service.measureIfUnknown();
    expect(under).toEqual([]);
    lock.release();
    await service.measure();
    expect(under).toHaveLength(1);
    service.cancel();
  });

  it('say why figures could not be kept', async () => {
    const { workspace, service, under, next } = openService();
    openSql(workspace.folder).run(
      `CREATE TRIGGER full BEFORE INSERT ON calibrations BEGIN SELECT RAISE(ABORT, 'full'); END`,
    );
    service.measureIfUnknown();
    for (const outcome of [measured, missing]) {
      const change = next();
      under.at(-1)!.end(outcome);
      await change;
    }
    expect(await service.describe()).toMatchObject({
      measuring: [],
      measuredAtMs: null,
      failure: { code: 'program.fault' },
    });
  });
});
