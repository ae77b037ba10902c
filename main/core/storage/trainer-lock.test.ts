import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { refusing } from './testing/refusing.ts';
import { foldRequest, newWorkspace, openSql, reopen } from './testing/temporary-workspace.ts';

describe('the trainer lock', () => {
  it('is held by one at a time', () => {
    const workspace = newWorkspace();
    const other = reopen(workspace.folder);
    const lock = workspace.lockForTrainer();
    lock.assertHeld();
    refusing('workspace.trainer-active', () => other.lockForTrainer());
    lock.release();
    other.lockForTrainer().release();
  });

  it('is taken over from a process that no longer exists', () => {
    const workspace = newWorkspace();
    workspace.lockForTrainer();
    // The largest process id of Linux: no process has it.
    openSql(workspace.folder).run(`UPDATE locks SET holder = @holder`, {
      holder: `${hostname()}/4194305/1`,
    });
    const lock = workspace.lockForTrainer();
    lock.assertHeld();
    expect(workspace.audit.newest(1)[0].action).toBe('trainer.took-over');
    lock.release();
  });

  it('is taken over from another machine only when its heart stood still for five minutes', () => {
    let time = Date.now();
    const workspace = newWorkspace({ nowMs: () => time });
    const first = workspace.lockForTrainer();
    openSql(workspace.folder).run(`UPDATE locks SET holder = 'another/4194305/1'`);
    refusing('workspace.trainer-active', () => workspace.lockForTrainer());
    time += 200_000;
    first.beat();
    time += 200_000;
    refusing('workspace.trainer-active', () => workspace.lockForTrainer());
    time += 101_000;
    const second = workspace.lockForTrainer();
    second.assertHeld();
    refusing('workspace.trainer-active', () => {
      first.assertHeld();
    });
    first.release();
    second.assertHeld();
    second.release();
  });
});

describe('recovering interrupted runs', () => {
  it('queues what was under way, and nothing else', () => {
    const workspace = newWorkspace();
    const { runs, studies } = workspace;
    const { id: studyId } = studies.create({ name: 'study', planJson: '{}' });
    studies.setState(studyId, 'running');
    const states = ['queued', 'running', 'stopping', 'stopped', 'failed', 'finished'] as const;
    for (const state of states) {
      const { id } = runs.ensure(studyId, foldRequest({ key: state }));
      if (state === 'queued') continue;
      runs.setState(id, 'running', { engine: 'onnx-cpu' });
      if (state === 'finished') runs.finish(id, { metrics: [] });
      else if (state !== 'running') runs.setState(id, state);
    }
    const lock = workspace.lockForTrainer();
    const recovered = runs.recoverInterrupted(lock);

    expect(recovered.map(({ key, state }) => [key, state])).toEqual([
      ['running', 'queued'],
      ['stopping', 'queued'],
    ]);
    expect(recovered[0]).toMatchObject({ engine: null, startedAtMs: null });
    expect(runs.listByStudy(studyId).map(({ state }) => state)).toEqual([
      'queued',
      'queued',
      'queued',
      'stopped',
      'failed',
      'finished',
    ]);
    expect(studies.get(studyId).state).toBe('queued');
    expect(runs.recoverInterrupted(lock)).toEqual([]);
    lock.release();
    refusing('workspace.trainer-active', () => runs.recoverInterrupted(lock));
  });
});
