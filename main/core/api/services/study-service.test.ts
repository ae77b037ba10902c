import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { foldRequest, newWorkspace, reopen } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { ApiEvent } from '../contract/events.ts';
import { createStudyService, type StudyServiceOptions, type TrainerEnd } from './study-service.ts';

const plan = JSON.stringify({
  name: 'small',
  corpora: { general: { files: ['general.txt'] } },
  vocabularies: { words: { corpora: ['general'] } },
  models: { base: { start: { kind: 'scratch', vocabulary: 'words' } } },
  tasks: {},
});

function openService(workspace: Workspace, launch?: StudyServiceOptions['launch']) {
  return createStudyService({
    workspace,
    planFolder: '/data',
    planTemplate: plan,
    checkSurroundings: () => ({
      calibration: null,
      freeBytes: null,
      machineBytes: 8e9,
      requireEngine: () => undefined,
      nowMs: () => 0,
    }),
    launch: launch ?? (() => ({ stop: () => undefined, ended: new Promise(() => undefined) })),
  });
}

describe('a study that failed', () => {
  it('says why also to a window of a later life of the host', async () => {
    const workspace = newWorkspace();
    const studyId = await openService(workspace).start(plan);
    expect((await openService(workspace).get(studyId)).failure).toBeNull();
    const failure = {
      code: 'file.missing',
      expected: 'a file',
      found: 'none',
      remedy: 'Correct the path.',
      place: 'corpora.general',
    };
    workspace.studies.setState(studyId, 'running');
    workspace.studies.fail(studyId, failure);
    const later = openService(reopen(workspace.folder));
    expect(await later.get(studyId)).toMatchObject({ summary: { state: 'failed' }, failure });
  });

  it('is one whose trainer ended without a word, and it can go on', async () => {
    const workspace = newWorkspace();
    const details = { expected: 'an end', found: 'signal SIGKILL', remedy: 'Run it again.' };
    const crash: TrainerEnd = { state: 'failed', code: 'trainer.crashed', details };
    const service = openService(workspace, (studyId) => {
      workspace.studies.setState(studyId, 'running');
      return { stop: () => undefined, ended: Promise.resolve(crash) };
    });
    const told: ApiEvent[] = [];
    service.subscribe((event) => told.push(event));
    const studyId = await service.start(plan);
    await expect.poll(() => told.at(-1)).toMatchObject({ studyId, state: 'failed' });
    expect((await service.get(studyId)).failure).toEqual({
      code: 'trainer.crashed',
      ...details,
      place: null,
    });
    const resumed = openService(workspace);
    await resumed.resume(studyId);
    workspace.studies.setState(studyId, 'queued');
    expect((await resumed.get(studyId)).failure).toBeNull();
  });
});

describe('a study whose trainer was killed together with its host', () => {
  it('is shown as interrupted, with its run, until it is resumed', async () => {
    const workspace = newWorkspace();
    const studyId = await openService(workspace).start(plan);
    const lock = workspace.lockForTrainer();
    workspace.studies.setState(studyId, 'running');
    const { id: runId } = workspace.runs.ensure(studyId, {
      ...foldRequest({ key: 'vocabulary/words', kind: 'vocabulary', model: null, task: null }),
      fold: null,
    });
    workspace.runs.setState(runId, 'running');
    const look = async () => {
      const { summary, runs } = await openService(reopen(workspace.folder)).get(studyId);
      return [summary.state, ...runs.map(({ state }) => state)];
    };
    expect(await look()).toEqual(['running', 'running']);
    lock.release();
    expect(await look()).toEqual(['interrupted', 'interrupted']);
    expect((await openService(workspace).list())[0].state).toBe('interrupted');
    const resumed: string[] = [];
    const launch: StudyServiceOptions['launch'] = (id) => {
      resumed.push(id);
      return { stop: () => undefined, ended: new Promise(() => undefined) };
    };
    await openService(workspace, launch).resume(studyId);
    expect(resumed).toEqual([studyId]);
  });
});

describe('the list of studies', () => {
  it('shows all of them, also one whose plan this version would refuse', async () => {
    const workspace = newWorkspace();
    workspace.studies.create({ name: 'old', planJson: '{}' });
    workspace.studies.create({ name: 'new', planJson: plan });
    const listed = await openService(workspace).list();
    expect(listed.map(({ name }) => name)).toEqual(['new', 'old']);
  });
});

describe('studies that are started while another runs', () => {
  const named = (name: string) => plan.replace('"small"', `"${name}"`);
  const details = { expected: 'x', found: 'y', remedy: 'z' };

  /** A host whose trainers end when they are told to. */
  function openQueue(workspace: Workspace) {
    const begun: string[] = [];
    let end: (how: TrainerEnd) => void = () => undefined;
    const service = openService(workspace, (studyId) => {
      begun.push(workspace.studies.get(studyId).name);
      return { stop: () => undefined, ended: new Promise((resolve) => (end = resolve)) };
    });
    const waiting = async () =>
      (await service.list())
        .filter(({ queuePosition }) => queuePosition !== null)
        .sort((a, b) => (a.queuePosition ?? 0) - (b.queuePosition ?? 0))
        .map(({ name, state, queuePosition }) => `${queuePosition} ${name} ${state}`);
    const endTrainer = async (how: TrainerEnd) => {
      end(how);
      await setImmediate();
    };
    return { service, begun, waiting, endTrainer };
  }

  it('wait, and begin in their order when it has ended, also by a failure', async () => {
    const { service, begun, waiting, endTrainer } = openQueue(newWorkspace());
    for (const name of ['a', 'c', 'b', 'd']) await service.start(named(name));
    expect(await waiting()).toEqual(['1 c queued', '2 b queued', '3 d queued']);
    const told: ApiEvent[] = [];
    service.subscribe((event) => told.push(event));
    const listed = await service.list();
    const idOf = (name: string) => listed.find((study) => study.name === name)?.id ?? '';
    await service.unqueue(idOf('b'));
    expect(await waiting()).toEqual(['1 c queued', '2 d queued']);
    // Also of those that moved up, for the window may show one of them.
    expect(told.map((event) => 'studyId' in event && event.studyId)).toContain(idOf('d'));
    await endTrainer({ state: 'finished' });
    expect(begun).toEqual(['a', 'c']);
    await endTrainer({ state: 'failed', code: 'file.missing', details });
    expect(begun).toEqual(['a', 'c', 'd']);
    expect(await waiting()).toEqual([]);
  });

  it('go on waiting after a stop and in a later life of the host, until one is started', async () => {
    const workspace = newWorkspace();
    const first = openQueue(workspace);
    await first.service.start(named('a'));
    const b = await first.service.start(named('b'));
    await first.service.start(named('c'));
    await first.endTrainer({ state: 'stopped' });
    expect(first.begun).toEqual(['a']);
    const later = openQueue(reopen(workspace.folder));
    expect(await later.waiting()).toEqual(['1 b queued', '2 c queued']);
    await later.service.resume(b);
    expect(await later.waiting()).toEqual(['1 c queued']);
    await later.endTrainer({ state: 'finished' });
    expect(later.begun).toEqual(['b', 'c']);
  });

  it('have their new plan, and their place, when it is written anew', async () => {
    const { service, waiting } = openQueue(newWorkspace());
    for (const name of ['a', 'b', 'c']) await service.start(named(name));
    const id = await service.start(named('b').replace('"base"', '"other"'));
    expect(await waiting()).toEqual(['1 b queued', '2 c queued']);
    expect((await service.get(id)).models.map(({ name }) => name)).toEqual(['other']);
  });

  it('may have failed or been stopped before, but are not finished', async () => {
    const workspace = newWorkspace();
    const make = (name: string, state: 'stopped' | 'finished' | null) => {
      const { id } = workspace.studies.create({ name, planJson: named(name) });
      workspace.studies.setState(id, 'running');
      if (state === null) workspace.studies.fail(id, { code: 'x', place: null, ...details });
      else workspace.studies.setState(id, state);
      return id;
    };
    const { service, waiting } = openQueue(workspace);
    await service.start(named('a'));
    await service.resume(make('failed', null));
    await service.resume(make('stopped', 'stopped'));
    await expect(service.resume(make('done', 'finished'))).rejects.toThrow('run.state-refused');
    expect(await waiting()).toEqual(['1 failed queued', '2 stopped queued']);
  });

  it('are not the one that runs', async () => {
    const { service, waiting } = openQueue(newWorkspace());
    const a = await service.start(named('a'));
    await expect(service.start(named('a'))).rejects.toThrow('study.running');
    await service.resume(a);
    expect(await waiting()).toEqual([]);
  });

  it('go on waiting while another program trains on the workspace', async () => {
    const workspace = newWorkspace();
    const { service, begun, waiting, endTrainer } = openQueue(workspace);
    await service.start(named('a'));
    const b = await service.start(named('b'));
    const lock = workspace.lockForTrainer();
    await endTrainer({ state: 'finished' });
    await expect(service.resume(b)).rejects.toThrow('workspace.trainer-active');
    expect(await waiting()).toEqual(['1 b queued']);
    lock.release();
    await service.resume(b);
    expect(begun).toEqual(['a', 'b']);
  });

  it('go on waiting where the workspace itself ended the one before', async () => {
    const { service, begun, waiting, endTrainer } = openQueue(newWorkspace());
    await service.start(named('a'));
    await service.start(named('b'));
    await endTrainer({ state: 'failed', code: 'workspace.disk-full', details });
    expect(begun).toEqual(['a']);
    expect(await waiting()).toEqual(['1 b queued']);
  });
});
