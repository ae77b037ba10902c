import { describe, expect, it } from 'vitest';
import type { EngineOutcome } from '#core/domain/calibration.ts';
import { refusingLater } from '#core/storage/testing/refusing.ts';
import { newWorkspace, openSql } from '#core/storage/testing/temporary-workspace.ts';
import { createEngineService } from './engine-service.ts';

const measured: EngineOutcome = {
  state: 'measured',
  detail: '2 threads',
  stepMs: 250,
  tokensPerSecond: 4096,
};
const missing: EngineOutcome = { state: 'missing', reason: 'no card', remedy: 'Add one.' };

/** A service whose measurements end when the test says so. */
function openService(workspace = newWorkspace()) {
  const under: { name: string; end: (outcome: EngineOutcome) => void }[] = [];
  const service = createEngineService(workspace, {
    names: ['cpu', 'card'],
    machine: { fingerprint: 'm', description: 'a machine' },
    clock: { nowMs: () => 5 },
    measure: (name, _shape, signal) =>
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
      measuring: null,
      measuredAtMs: null,
      engines: [
        { name: 'cpu', state: 'unmeasured', chosen: false },
        { name: 'card', state: 'unmeasured', chosen: false },
      ],
    });
    service.measureIfUnknown();
    expect(await service.describe()).toMatchObject({ measuring: 'cpu' });
    const second = next();
    under[0].end(measured);
    await second;
    expect(await service.describe()).toMatchObject({
      measuring: 'card',
      engines: [{ state: 'measured', stepsPerSecond: 4, chosen: false }, { state: 'unmeasured' }],
    });
    const end = next();
    under[1].end(missing);
    await end;
    expect(await service.describe()).toMatchObject({
      measuring: null,
      measuredAtMs: 5,
      failure: null,
      engines: [
        { state: 'measured', chosen: true, detail: '2 threads', tokensPerSecond: 4096 },
        { state: 'missing', chosen: false, detail: 'no card', remedy: 'Add one.' },
      ],
    });
    const again = openService(workspace);
    again.service.measureIfUnknown();
    expect(again.under).toEqual([]);
    expect(await again.service.describe()).toMatchObject({ measuring: null, measuredAtMs: 5 });
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
      measuring: 'cpu',
      engines: [{ chosen: true, tokensPerSecond: 4096 }, { state: 'missing' }],
    });
    const end = next();
    service.cancel();
    await end;
    expect(await service.describe()).toMatchObject({ measuring: null, measuredAtMs: 5 });
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
      measuring: null,
      measuredAtMs: null,
      failure: { code: 'program.fault' },
    });
  });
});
