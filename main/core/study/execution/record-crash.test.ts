import { describe, expect, it } from 'vitest';
import { AnamnesisError } from '#core/base/error.ts';
import { foldRequest, newWorkspace, reopen } from '#core/storage/testing/temporary-workspace.ts';
import { recordCrash } from './record-crash.ts';

const crash = new AnamnesisError('trainer.crashed', {
  expected: 'the trainer process to end by itself',
  found: 'signal SIGSEGV',
  remedy: 'Run the study again.',
});
const failure = { code: 'trainer.crashed', found: 'signal SIGSEGV', place: null };

describe('a trainer that ended without a word', () => {
  it('leaves a failed study and a failed run, both with the reason', () => {
    const workspace = newWorkspace();
    const { id } = workspace.studies.create({ name: 'first', planJson: '{}' });
    workspace.studies.setState(id, 'running');
    const run = workspace.runs.ensure(id, foldRequest());
    workspace.runs.setState(run.id, 'running', { engine: 'onnx-cpu', engineSource: 'plan' });
    recordCrash(workspace, id, crash);
    const { studies, runs } = reopen(workspace.folder);
    expect(studies.get(id)).toMatchObject({ state: 'failed', failure });
    expect(runs.listByStudy(id)).toMatchObject([
      { state: 'failed', engine: 'onnx-cpu', errorCode: 'trainer.crashed' },
    ]);
    expect(runs.listByStudy(id)[0].errorMessage).toContain('signal SIGSEGV');
    expect(studies.setState(id, 'queued').failure).toBeNull();
  });

  it.each(['queued', 'stopped'] as const)('says so of a study that is still %s', (state) => {
    const workspace = newWorkspace();
    const { id } = workspace.studies.create({ name: 'first', planJson: '{}' });
    if (state === 'stopped') workspace.studies.setState(id, 'stopped');
    recordCrash(workspace, id, crash);
    expect(workspace.studies.get(id)).toMatchObject({ state: 'failed', failure });
  });

  it('changes nothing of a study that had ended, or that another trainer works on', () => {
    const workspace = newWorkspace();
    const { id } = workspace.studies.create({ name: 'first', planJson: '{}' });
    workspace.studies.setState(id, 'running');
    const lock = workspace.lockForTrainer();
    recordCrash(workspace, id, crash);
    expect(workspace.studies.get(id).state).toBe('running');
    lock.release();
    workspace.studies.setState(id, 'finished');
    recordCrash(workspace, id, crash);
    expect(workspace.studies.get(id)).toMatchObject({ state: 'finished', failure: null });
  });
});
