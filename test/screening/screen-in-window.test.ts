import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiEvent } from '#core/api/contract/events.ts';
import {
  draftSchema,
  releasableSchema,
  screeningsSchema,
  screeningWorkSchema,
} from '#core/api/contract/screening-work.ts';
import {
  createScreeningWorkService,
  type LaunchScreening,
} from '#core/api/services/screening-work-service.ts';
import { actAs } from '#core/storage/acting-person.ts';
import { putDocuments } from '#core/storage/testing/screened-documents.ts';
import { createWorkspace } from '#core/storage/workspace.ts';
import { unlockWorkspace } from '#core/storage/workspace-secret.ts';
import { screenApart } from '#hosts/composition/screen-apart.ts';
import { enterModel } from './released-model.ts';

const texts = ['patient has fever', 'no fever', 'fever and cough', 'the rash', 'no pain today'];

async function open() {
  const place = mkdtempSync(join(tmpdir(), 'anamnesis-screening-'));
  const passphrase = 'of this test';
  const workspace = createWorkspace(join(place, 'workspace'), {
    passphrase,
    scrypt: { N: 2 ** 4, r: 8, p: 1 },
  });
  const modelId = await enterModel(workspace, { verdict: null });
  const { collectionId, numbers } = putDocuments(workspace, texts, 'arrivals');
  const rawKey = unlockWorkspace(workspace.folder, { passphrase });
  const launch: LaunchScreening = screenApart({ workspaceFolder: workspace.folder, rawKey });
  const service = createScreeningWorkService({ workspace, launch, engine: () => 'onnx-cpu' });
  const events: ApiEvent[] = [];
  service.subscribe((event) => events.push(event));
  const ended = () =>
    expect.poll(() => service.latest().then((work) => work?.state), { timeout: 60_000 });
  const close = () => {
    workspace.close();
    rmSync(place, { recursive: true });
  };
  return { close, workspace, modelId, collectionId, numbers, service, events, ended };
}

const decision = {
  name: 'hiv-offer',
  intendedUse: 'an offer of a test',
  population: 'adults',
  lastDay: '2999-12-31',
};

describe('a model that is put to work in the window', () => {
  let opened: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => {
    opened.close();
  });

  it('is offered, says what it could claim, and is released by a decision', async () => {
    const { service, modelId, workspace, events } = opened;
    const offered = releasableSchema.parse({ models: await service.releasable() });
    expect(offered.models).toEqual([{ id: modelId, name: 'study/notes/base/final' }]);
    const draft = draftSchema.parse(await service.draft(modelId));
    expect(draft).toMatchObject({ label: 'yes', notes: 2, threshold: { wanted: 0.95 } });
    expect(draft.trialReasons.length).toBeGreaterThan(0);
    expect(workspace.screeningReleases.list()).toEqual([]);
    const id = await service.release({ ...decision, modelId });
    expect(workspace.screeningReleases.get(id)).toMatchObject({
      name: 'hiv-offer',
      // The moment after its last day.
      untilMs: Date.parse('3000-01-01T00:00:00Z'),
      content: { model: { name: 'study/notes/base/final' }, intendedUse: 'an offer of a test' },
    });
    expect(events).toContainEqual({ type: 'screening-changed' });
    const over = service.release({ ...decision, modelId, lastDay: '1999-12-31' });
    await expect(over).rejects.toMatchObject({ code: 'screening.release-incomplete' });
  });

  it('looks at the notes of a collection in a process apart, each once, and tells how far it is', async () => {
    const { service, workspace, collectionId, numbers, ended, events } = opened;
    const [{ id: releaseId }] = workspace.screeningReleases.list();
    const order = { releaseId, collectionId };
    await actAs('nurse', () => service.start(order));
    await expect(service.start(order)).rejects.toMatchObject({ code: 'model.task-running' });
    await ended().toBe('done');
    const work = screeningWorkSchema.parse(await service.latest());
    expect(work).toMatchObject({ notes: 5, done: 5, share: 1, failure: null });
    expect([work.release, work.collection]).toEqual(['hiv-offer', 'arrivals']);
    expect(workspace.screenedNotes.withoutScore(releaseId, numbers)).toEqual([]);
    expect(events.at(-1)).toEqual({ type: 'screening-changed' });
    await service.start(order);
    await ended().toBe('done');
    const { screenings } = screeningsSchema.parse({ screenings: await service.list() });
    expect(screenings).toMatchObject([
      { collection: 'arrivals', state: 'finished', notes: 5, scored: 0 },
      { collection: 'arrivals', state: 'finished', notes: 5, scored: 5 },
    ]);
    expect(workspace.screenings.list().at(-1)?.person).toBe('nurse');
  });

  it('that has ended, or is not there, looks at nothing', async () => {
    const { service, workspace, collectionId } = opened;
    const none = service.start({ releaseId: 99, collectionId });
    await expect(none).rejects.toMatchObject({ code: 'record.missing' });
    const [release] = workspace.screeningReleases.list();
    const before = workspace.screenings.list().length;
    const { id } = workspace.screeningReleases.put({ ...release, name: 'old', untilMs: 1 });
    const over = service.start({ releaseId: id, collectionId });
    await expect(over).rejects.toMatchObject({ code: 'screening.release-ended' });
    expect(workspace.screenings.list()).toHaveLength(before);
  });

  it('whose process ends before its time says so, and a new one goes on', async () => {
    const { workspace, collectionId } = opened;
    const [{ id: releaseId }] = workspace.screeningReleases
      .list()
      .filter(({ name }) => name !== 'old');
    const launch: LaunchScreening = () => ({
      stop: () => undefined,
      ended: Promise.resolve({
        state: 'failed',
        failure: {
          ...{ code: 'predictor.crashed', expected: 'an end', found: 'none' },
          ...{ remedy: 'again', place: null },
        },
      }),
    });
    const crashing = createScreeningWorkService({ workspace, launch, engine: () => 'onnx-cpu' });
    await crashing.start({ releaseId, collectionId });
    await expect
      .poll(() => crashing.latest())
      .toMatchObject({ state: 'failed', failure: { code: 'predictor.crashed' } });
    await crashing.start({ releaseId, collectionId });
  });
});
