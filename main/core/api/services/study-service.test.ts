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
