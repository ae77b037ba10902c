import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explanationSchema, type Explain } from '#core/api/contract/insights.ts';
import type { ApiEvent } from '#core/api/contract/events.ts';
import { createInsightService } from '#core/api/services/insight-service.ts';
import type { Person } from '#core/domain/person.ts';
import { importModel } from '#core/library/import-model.ts';
import { actAs } from '#core/storage/acting-person.ts';
import { unlockWorkspace } from '#core/storage/workspace-secret.ts';
import { explainApart } from '#hosts/composition/explain-apart.ts';
import { shippedTerms } from '#hosts/composition/shipped-terms.ts';
import { createWorkspace } from '#core/storage/workspace.ts';
import { writeCheckpoint } from '../fixtures/exported-model/export-micro-model.ts';
import { makeMicroModel } from '../fixtures/exported-model/micro-model.ts';

const reviewer: Person = { id: 'reviewer', name: 'R', role: 'reviewer' };
const note = (text: string): Explain['note'] => ({ from: 'text', id: 'pasted', text });
const base64 = (bytes: Iterable<number>) => Buffer.from(Uint8Array.from(bytes)).toString('base64');

/** Models of each head, the service and its process apart. */
async function open() {
  const place = mkdtempSync(join(tmpdir(), 'anamnesis-insight-'));
  const passphrase = 'of this test';
  const scrypt = { N: 2 ** 4, r: 8, p: 1 };
  const workspace = createWorkspace(join(place, 'workspace'), { passphrase, scrypt });
  const models: Record<string, string> = {};
  for (const head of ['sequence', 'token', 'masked'] as const) {
    const folder = join(place, head);
    writeCheckpoint(folder, makeMicroModel('bert', head));
    models[head] = (await importModel(workspace, folder, { whenTaken: 'refuse' })).stored.id;
  }
  const rawKey = unlockWorkspace(workspace.folder, { passphrase });
  const service = createInsightService({
    workspace,
    launch: explainApart({ workspaceFolder: workspace.folder, rawKey }),
    engine: () => 'onnx-cpu',
    shippedTerms: (list) => shippedTerms(list).terms,
  });
  const events: ApiEvent[] = [];
  service.subscribe((event) => events.push(event));
  const ended = () =>
    expect.poll(() => service.latest().then((work) => work?.state), { timeout: 60_000 });
  const ask = (asked: Partial<Explain> = {}) =>
    actAs(reviewer.id, () =>
      service.explain({
        modelIds: [models.sequence],
        note: note('patient has fever, no cough.'),
        label: null,
        methods: ['lime', 'occlusion', 'integrated-gradients'],
        ...{ samples: 60, seedCount: 2, seed: 1, featureCount: 4, unit: 'word', terms: null },
        ...asked,
      }),
    );
  const close = () => {
    workspace.close();
    rmSync(place, { recursive: true });
  };
  return { close, workspace, models, service, events, ended, ask };
}

describe('a note that is explained for the window', () => {
  let opened: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => {
    opened.close();
  });

  it('is explained in a process apart, kept, and shown with its text', async () => {
    const { service, ask, ended, events, models } = opened;
    const terms = { name: 'own', terms: ['fever'] };
    const id = await ask({ modelIds: [models.sequence, models.sequence], terms });
    await expect(ask()).rejects.toMatchObject({ code: 'model.task-running' });
    await ended().toBe('done');
    const shown = explanationSchema.parse(await service.explanation(id));
    expect(shown.notes[0].text).toBe('patient has fever, no cough.');
    const [one, other] = shown.notes[0].explanations;
    expect(one.methods.map(({ method }) => method)).toEqual([
      ...['lime', 'occlusion', 'integrated-gradients'],
    ]);
    expect(one.methods[0].terms).toMatchObject({ inTerms: 1, words: 5 });
    expect(other.methods).toEqual(one.methods);
    expect(shown.insight).toMatchObject({ subject: 'pasted', seed: 1 });
    // Once more is what is there, without a process.
    expect(await ask({ modelIds: [models.sequence, models.sequence], terms })).toBe(id);
    expect(events.map(({ type }) => type)).toContain('insights-changed');
    const { fileName, text } = await service.file({
      ...{ insightId: id, format: 'csv', method: 'lime' },
    });
    expect([fileName, text.split('\n').length]).toEqual([`explanation-${id}.csv`, 32]);
    const svg = await service.file({ insightId: id, format: 'svg', method: 'occlusion' });
    expect(svg.text).toMatch(/^<svg/);
  }, 60_000);

  it('is stopped, gone on with and removed by who began it, not by another', async () => {
    const { service, ask, ended, workspace } = opened;
    const id = await ask({ samples: 50_000, note: note('fever '.repeat(300)), unit: 'place' });
    await expect(service.remove(id, reviewer)).rejects.toMatchObject({
      code: 'model.task-running',
    });
    await expect
      .poll(() => workspace.insights.part(id, 'note 0 model 0/lime 1 from 0'), { timeout: 30_000 })
      .toBeTruthy();
    await service.stop();
    await ended().toBe('stopped');
    expect((await service.explanation(id)).notes[0].explanations).toEqual([]);
    await service.resume(id);
    await service.stop();
    await ended().toBe('stopped');
    const other = { ...reviewer, id: 'other' };
    await expect(service.remove(id, other)).rejects.toMatchObject({ code: 'person.not-permitted' });
    await service.remove(id, reviewer);
    await expect(service.explanation(id)).rejects.toMatchObject({ code: 'record.missing' });
  }, 60_000);

  it.each([
    ['a note without a word', { note: note(' ... ') }, 'explanation.no-words'],
    ['a class that is none', { label: 'z' }, 'explanation.unknown-class'],
  ])('%s is refused before anything begins', async (_, asked, code) => {
    await expect(opened.ask(asked)).rejects.toMatchObject({ code });
  });

  it.each(['token', 'masked'])('a model with the head "%s" is refused', async (head) => {
    const { ask, models, service } = opened;
    const before = (await service.list()).length;
    await expect(ask({ modelIds: [models[head]] })).rejects.toMatchObject({
      code: 'explanation.no-classes',
    });
    expect(await service.list()).toHaveLength(before);
  });

  it('may have one word, or 20,000, of which what the model reads is explained', async () => {
    const { service, ask, ended } = opened;
    for (const text of ['fever', 'fever cough '.repeat(10_000)]) {
      const id = await ask({ note: note(text), methods: ['occlusion'] });
      await ended().toBe('done');
      const { explanations } = (await service.explanation(id)).notes[0];
      // The model reads to the end of a piece, which may lie inside a word.
      expect(explanations[0].words.length).toBeLessThanOrEqual(text === 'fever' ? 1 : 3);
      expect(explanations[0].read.parts.at(-1)!.end).toBeLessThanOrEqual(text.length);
    }
  }, 60_000);

  it('reads files in any encoding, and refuses what is no list', async () => {
    const { service } = opened;
    const read = (as: 'note' | 'terms', bytes: Iterable<number>) =>
      service.readFile({ as, name: 'file', base64: base64(bytes) });
    const written = 'ictère\r\nzona\n\n';
    expect(await read('terms', Buffer.from(written, 'latin1'))).toBe('ictère\nzona');
    expect(await read('terms', Buffer.from(`\ufeff${written}`, 'utf16le'))).toBe('ictère\nzona');
    const shipped = { conditions: [{ id: 'a', terms: ['zona', 'muguet'] }] };
    expect(await read('terms', Buffer.from(JSON.stringify(shipped)))).toBe('zona\nmuguet');
    expect(await read('note', Buffer.from('Hépatite', 'latin1'))).toBe('Hépatite');
    await expect(read('terms', Buffer.from('...\n'))).rejects.toMatchObject({
      code: 'explanation.term-list',
    });
    expect((await service.terms('nl')).length).toBeGreaterThan(20);
  });
});
