import { describe, expect, it } from 'vitest';
import type { ModelInput } from './models.ts';
import { refusing, refusingLater } from './testing/refusing.ts';
import { foldRequest, newWorkspace } from './testing/temporary-workspace.ts';

async function workspaceWithWeights() {
  const workspace = newWorkspace();
  const { id: studyId } = workspace.studies.create({ name: 'study', planJson: '{}' });
  const { id: runId } = workspace.runs.ensure(studyId, foldRequest());
  const { id: weightsBlobId } = await workspace.blobs.write([new Uint8Array(10)]);
  const input = (changes: Partial<ModelInput> = {}): ModelInput => ({
    studyId,
    name: 'base',
    parentModelId: null,
    runId: null,
    configuration: { layers: 2, hidden: 128 },
    tokenizerFiles: { 'vocab.txt': '[PAD]\n[UNK]\n' },
    weightsBlobId,
    ...changes,
  });
  return { ...workspace, runId, weightsBlobId, input };
}

describe('a model', () => {
  it('is given back with configuration and tokenizer', async () => {
    const { models, input } = await workspaceWithWeights();
    const model = models.put(input());
    expect(model).toMatchObject(input());
    expect(models.get(model.id)).toEqual(model);
    refusing('record.missing', () => models.get('none'));
  });

  it('is found by the run that made it, the newest first', async () => {
    const { models, input, runId } = await workspaceWithWeights();
    expect(models.listByRun(runId)).toEqual([]);
    const first = models.put(input({ runId }));
    models.put(input());
    const { tokenizerFiles: _, ...second } = models.put(input({ runId }));
    const found = models.listByRun(runId);
    expect(found.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(found[0]).toEqual(second);
  });

  it('knows the line it comes from', async () => {
    const { models, input } = await workspaceWithWeights();
    const base = models.put(input());
    const adapted = models.put(input({ name: 'adapted', parentModelId: base.id }));
    const tuned = models.put(input({ name: 'tuned', parentModelId: adapted.id }));
    models.put(input({ name: 'another child', parentModelId: base.id }));
    expect(models.lineage(tuned.id).map(({ name }) => name)).toEqual(['tuned', 'adapted', 'base']);
    expect(models.lineage(base.id).map(({ name }) => name)).toEqual(['base']);
    expect(models.list()).toHaveLength(4);
  });

  it('is not stored when the one that it comes from was removed meanwhile', async () => {
    const { models, blobs, input, weightsBlobId } = await workspaceWithWeights();
    const base = models.put(input());
    models.remove(base.id);
    const store = blobs.write([new Uint8Array(10)], ({ id }) => {
      models.put(input({ parentModelId: base.id, weightsBlobId: id }));
    });
    await refusingLater('record.missing', store);
    expect(blobs.list().map(({ id }) => id)).toEqual([weightsBlobId]);
  });

  it('has a name of its own where it belongs to no study', async () => {
    const { models, input } = await workspaceWithWeights();
    const library = { studyId: null, runId: null };
    models.put(input());
    const { id } = models.put(input(library));
    refusing('model.name-taken', () => models.put(input(library)));
    models.put(input({ ...library, name: 'another' }));
    models.remove(id);
    models.put(input(library));
  });

  it('keeps its parent and its weights from being removed', async () => {
    const { models, blobs, input, weightsBlobId } = await workspaceWithWeights();
    const base = models.put(input());
    const adapted = models.put(input({ parentModelId: base.id }));
    refusing('model.in-use', () => {
      models.remove(base.id);
    });
    await refusingLater('blob.in-use', blobs.delete(weightsBlobId));
    models.remove(adapted.id);
    models.remove(base.id);
    await blobs.delete(weightsBlobId);
    expect(blobs.list()).toEqual([]);
  });

  it('is made together with its weights, or neither is', async () => {
    const { models, blobs, input } = await workspaceWithWeights();
    const before = blobs.list();
    const failed = blobs.write([new Uint8Array(5)], (blob) => {
      models.put(input({ weightsBlobId: blob.id }));
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(blobs.list()).toEqual(before);
    expect(models.list()).toEqual([]);

    const blob = await blobs.write([new Uint8Array(5)], ({ id }) => {
      models.put(input({ weightsBlobId: id }));
    });
    expect(models.list().map(({ weightsBlobId }) => weightsBlobId)).toEqual([blob.id]);
  });
});
