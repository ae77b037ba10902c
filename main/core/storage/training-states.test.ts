import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusingLater } from './testing/refusing.ts';
import { foldRequest, newWorkspace, reopen } from './testing/temporary-workspace.ts';
import type { Workspace } from './workspace.ts';

const hash = 'a'.repeat(64);

function addRun(workspace: Workspace, name: string) {
  const study = workspace.studies.create({ name, planJson: '{}' });
  return { studyId: study.id, runId: workspace.runs.ensure(study.id, foldRequest()).id };
}

const stateOf = (runId: string, step: number) => ({
  runId,
  configurationHash: hash,
  engine: 'onnx-cpu',
  position: { step },
});

const contentOf = async ({ blobs }: Workspace, blobId = '') =>
  Buffer.from(await blobs.readWhole(blobId)).toString();

describe('the state of a training', () => {
  it('takes the place of the one before, and is there for the next process', async () => {
    const workspace = newWorkspace({ nowMs: () => 5 });
    const { studyId, runId } = addRun(workspace, 'study');
    const other = addRun(workspace, 'other');
    await workspace.trainingStates.put(stateOf(other.runId, 9), [Buffer.from('other')]);
    for (const step of [1, 2, 3]) {
      await workspace.trainingStates.put(stateOf(runId, step), [Buffer.from(`state ${step}`)]);
    }
    const next = reopen(workspace.folder);
    const found = next.trainingStates.find(runId);
    expect(found).toMatchObject({ ...stateOf(runId, 3), keptAtMs: 5 });
    expect(await contentOf(next, found?.blobId)).toBe('state 3');
    expect(next.trainingStates.listRuns(studyId)).toEqual([runId]);
    expect(next.blobs.list()).toHaveLength(2);
    expect(next.blobs.listUnused()).toEqual([]);
  });

  it('stays when the next one cannot be written', async () => {
    const workspace = newWorkspace();
    const { runId } = addRun(workspace, 'study');
    const { trainingStates, blobs } = workspace;
    await trainingStates.put(stateOf(runId, 1), [Buffer.from('state 1')]);
    function* failing() {
      yield Buffer.from('half of');
      throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
    }
    await refusingLater('workspace.disk-full', trainingStates.put(stateOf(runId, 2), failing()));
    expect(await contentOf(workspace, trainingStates.find(runId)?.blobId)).toBe('state 1');
    expect(blobs.list()).toHaveLength(1);
  });

  it('is the newer one where a kill left two, and goes with both', async () => {
    const workspace = newWorkspace();
    const { studyId, runId } = addRun(workspace, 'study');
    const { trainingStates, blobs, folder } = workspace;
    await trainingStates.put(stateOf(runId, 1), [Buffer.from('state 1')]);
    const older = trainingStates.find(runId);
    // The older one is in use: what a kill between the two transactions leaves.
    const intact = { ...blobs };
    Object.assign(blobs, { delete: () => Promise.reject(new Error('killed')) });
    await expect(trainingStates.put(stateOf(runId, 2), [Buffer.from('state 2')])).rejects.toThrow(
      'killed',
    );
    Object.assign(blobs, intact);
    expect(blobs.list()).toHaveLength(2);
    expect(trainingStates.find(runId)?.blobId).not.toBe(older?.blobId);
    expect(trainingStates.find(runId)?.position).toEqual({ step: 2 });
    expect(trainingStates.listRuns(studyId)).toEqual([runId]);
    await trainingStates.remove(runId);
    expect(trainingStates.find(runId)).toBeUndefined();
    expect(readdirSync(join(folder, 'blobs'))).toEqual([]);
    await trainingStates.remove(runId);
  });
});
