import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { describeProcess } from './process-identity.ts';
import { refusing } from './testing/refusing.ts';
import { foldRequest, newWorkspace, openSql, reopen } from './testing/temporary-workspace.ts';

describe('a study', () => {
  it('starts queued and is found by id and by name', () => {
    const { studies } = newWorkspace({ nowMs: () => 7 });
    const study = studies.create({ name: 'first', planJson: '{"a":1}' });

    expect(study).toEqual({
      id: study.id,
      name: 'first',
      planJson: '{"a":1}',
      state: 'queued',
      failure: null,
      createdAtMs: 7,
      startedAtMs: null,
      finishedAtMs: null,
    });
    expect(studies.get(study.id)).toEqual(study);
    expect(studies.findByName('first')).toEqual(study);
    expect(studies.findByName('second')).toBeUndefined();
  });

  it('has a name of its own', () => {
    const { studies } = newWorkspace();
    studies.create({ name: 'first', planJson: '{}' });
    refusing('study.name-taken', () => studies.create({ name: 'first', planJson: '{}' }));
  });

  it('is removed with its runs and their metrics; its models stay', async () => {
    const { studies, runs, models, blobs, folder, audit } = newWorkspace();
    const kept = studies.create({ name: 'kept', planJson: '{}' });
    runs.ensure(kept.id, foldRequest());
    const { id: studyId } = studies.create({ name: 'gone', planJson: '{}' });
    const { id: runId } = runs.ensure(studyId, foldRequest());
    runs.setState(runId, 'running');
    runs.finish(runId, { metrics: [{ name: 'f1', entityType: null, value: 1 }] });
    const { id: weightsBlobId } = await blobs.write([new Uint8Array(8)]);
    const model = models.put({
      studyId,
      name: 'base',
      parentModelId: null,
      runId,
      configuration: {},
      tokenizerFiles: {},
      weightsBlobId,
    });
    studies.remove(studyId);
    expect(studies.list()).toEqual([kept]);
    expect(runs.listByStudy(kept.id)).toHaveLength(1);
    refusing('record.missing', () => runs.get(runId));
    expect(openSql(folder).get('SELECT count(*) AS count FROM metrics')).toEqual({ count: 0 });
    expect(models.get(model.id)).toMatchObject({ studyId: null, runId: null });
    expect(audit.newest(1)[0]).toMatchObject({ action: 'study.removed', detail: { studyId } });
    refusing('record.missing', () => {
      studies.remove(studyId);
    });
  });

  it('is listed with the newest first', () => {
    const { studies } = newWorkspace({ nowMs: () => 1 });
    for (const name of ['a', 'b', 'c']) studies.create({ name, planJson: '{}' });
    expect(studies.list().map(({ name }) => name)).toEqual(['c', 'b', 'a']);
  });

  it('remembers when it first started and when it ended', () => {
    let time = 100;
    const { studies } = newWorkspace({ nowMs: () => time++ });
    const { id } = studies.create({ name: 'first', planJson: '{}' });
    const { startedAtMs } = studies.setState(id, 'running');
    expect(startedAtMs).not.toBeNull();
    expect(studies.setState(id, 'stopped').finishedAtMs).toBeGreaterThan(startedAtMs!);
    studies.setState(id, 'queued');
    expect(studies.setState(id, 'running')).toMatchObject({ startedAtMs, finishedAtMs: null });
  });

  it('goes only where the transitions allow', () => {
    const { studies } = newWorkspace();
    const { id } = studies.create({ name: 'first', planJson: '{}' });
    refusing('run.state-refused', () => studies.setState(id, 'finished'));
    studies.setState(id, 'running');
    studies.setState(id, 'finished');
    refusing('run.state-refused', () => studies.setState(id, 'queued'));
    refusing('record.missing', () => studies.setState('none', 'running'));
  });

  it('keeps why it failed until it is queued again', () => {
    const workspace = newWorkspace();
    const { id } = workspace.studies.create({ name: 'first', planJson: '{}' });
    const failure = {
      code: 'file.missing',
      expected: 'a file',
      found: 'none',
      remedy: 'Correct the path.',
      place: 'corpora.general',
    };
    workspace.studies.setState(id, 'running');
    expect(workspace.studies.fail(id, failure)).toMatchObject({ state: 'failed', failure });
    const reopened = reopen(workspace.folder).studies;
    expect(reopened.findByName('first')).toMatchObject({ state: 'failed', failure });
    expect(reopened.list()).toMatchObject([{ failure }]);
    expect(reopened.setState(id, 'queued').failure).toBeNull();
    reopened.setState(id, 'running');
    reopened.fail(id, failure);
    expect(reopened.revise(id, '{"b":2}').failure).toBeNull();
  });

  it('fails only while it is under way', () => {
    const { studies } = newWorkspace();
    const { id } = studies.create({ name: 'first', planJson: '{}' });
    const failure = { code: 'x.y', expected: 'a', found: 'b', remedy: 'c', place: null };
    refusing('run.state-refused', () => studies.fail(id, failure));
    expect(studies.get(id)).toMatchObject({ state: 'queued', failure: null });
  });

  it('is queued again with a new plan, even when finished, but not while it runs', () => {
    const { studies } = newWorkspace();
    const { id } = studies.create({ name: 'first', planJson: '{}' });
    studies.setState(id, 'running');
    refusing('run.state-refused', () => studies.revise(id, '{"b":2}'));
    studies.setState(id, 'finished');
    expect(studies.revise(id, '{"b":2}')).toMatchObject({ state: 'queued', planJson: '{"b":2}' });
  });
});

describe('an interrupted study', () => {
  it('is one that is called running though its trainer was killed; looking changes nothing', async () => {
    const workspace = newWorkspace();
    const { studies } = workspace;
    const { id } = studies.create({ name: 'first', planJson: '{}' });
    expect(studies.isInterrupted(id), 'queued').toBe(false);
    workspace.lockForTrainer();
    studies.setState(id, 'running');
    expect(studies.isInterrupted(id), 'running').toBe(false);

    const trainer = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    const holder = `${describeProcess().split('/')[0]}/${trainer.pid!}/`;
    openSql(workspace.folder).run('UPDATE locks SET holder = @holder', { holder });
    const other = reopen(workspace.folder).studies;
    expect(other.isInterrupted(id), 'of a living process').toBe(false);
    trainer.kill('SIGKILL');
    await once(trainer, 'exit');
    const before = workspace.audit.newest(1);
    expect(other.isInterrupted(id), 'of a killed one').toBe(true);
    expect(other.get(id).state).toBe('running');
    expect(workspace.audit.newest(1)).toEqual(before);

    workspace.runs.recoverInterrupted(workspace.lockForTrainer());
    expect(studies.isInterrupted(id), 'queued again').toBe(false);
  });

  it('is also one whose lock is gone, and never one that ended', () => {
    const { studies } = newWorkspace();
    const { id } = studies.create({ name: 'first', planJson: '{}' });
    studies.setState(id, 'running');
    expect(studies.isInterrupted(id)).toBe(true);
    studies.setState(id, 'finished');
    expect(studies.isInterrupted(id)).toBe(false);
    refusing('record.missing', () => studies.isInterrupted('none'));
  });
});
