import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listWeights } from '#core/model/checkpoint/weight-names.ts';
import { writeSafetensors } from '#core/model/checkpoint/write-safetensors.ts';
import { foldRequest } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { toConfiguration } from '#core/library/model-record.ts';
import { makeMicroModel } from '../fixtures/exported-model/micro-model.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

/** Five hundred models: the list is searched, narrowed and sorted. */
const missing = listMissing();
const modelCount = 500;

describe.skipIf(missing.length > 0)(
  `a long list of models${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let window: OpenedWindow;

    beforeAll(async () => {
      window = await openWindow();
      await fillWorkspace(window.host.workspace);
    });
    afterEach((story) => {
      story.onTestFailed(() => window.photograph('broken-model-list-story'));
    });
    afterAll(() => window.close());

    const find = () => window.page.getByRole('searchbox', { name: 'Find a model' });
    const shown = () => window.page.getByRole('status', { name: 'Models that are shown' });
    const rows = () => window.page.locator('tbody tr');
    const names = () => window.page.locator('tbody th a').allInnerTexts();
    const firstNames = (count: number) => names().then((all) => all.slice(0, count));
    const column = (name: string) => window.page.getByRole('columnheader', { name });
    const direction = (name: string) => column(name).getAttribute('aria-sort');

    it('shows all of them', async () => {
      const { page } = window;
      await signIn(page, window.host.server.url);
      await page.getByRole('link', { name: 'Models', exact: true }).click();
      await shown().getByText('500 models').waitFor();
      await expect.poll(() => rows().count()).toBe(modelCount);
      await expect.poll(() => firstNames(1), { message: 'the newest first' }).toEqual(['own-500']);
      await window.photograph('models-500');
    });

    it('finds by words as they are typed, with the keyboard alone', async () => {
      const { page } = window;
      await find().focus();
      await page.keyboard.type('xlm 49');
      await shown()
        .getByText(/^\s*\d of 500 models/)
        .waitFor();
      for (const found of ['XLM-RoBERTa', '49']) {
        await expect.poll(() => rows().filter({ hasNotText: found }).count()).toBe(0);
      }
      await window.photograph('models-found');
      await page.keyboard.press('Escape');
      await shown().getByText('500 models').waitFor();
    });

    it('narrows by architecture, by what a model does and by where it comes from', async () => {
      const { page } = window;
      await page.getByLabel('Architecture').selectOption('XLM-RoBERTa');
      await shown().getByText('125 of 500 models').waitFor();
      await page.getByLabel('What it does').selectOption('marks entities in text');
      await shown().getByText('0 of 500 models').waitFor();
      await page.getByText('No model matches XLM-RoBERTa, marks entities in text').waitFor();
      await window.photograph('models-none-found');
      await page.getByRole('button', { name: 'Clear the filter' }).press('Enter');
      await shown().getByText('500 models').waitFor();
      await expect.poll(() => page.evaluate('document.activeElement?.type')).toBe('search');
      await expect.poll(() => page.getByLabel('Architecture').inputValue()).toBe('');
      await page.getByLabel('Where it comes from').selectOption('in ward-2');
      await shown().getByText('50 of 500 models').waitFor();
      await page.getByLabel('Where it comes from').selectOption('Imported');
      await shown().getByText('250 of 500 models').waitFor();
    });

    it('keeps filter and order while a model is looked at', async () => {
      const { page } = window;
      await find().fill('own-48');
      await column('Model').getByRole('button').press('Enter');
      await expect.poll(() => direction('Model')).toBe('ascending');
      const found = ['own-48', 'own-480', 'own-482'];
      await expect.poll(() => firstNames(3)).toEqual(found);
      await page.getByRole('link', { name: 'own-480' }).press('Enter');
      await page.getByRole('heading', { name: 'own-480', level: 1 }).waitFor();
      await page.getByRole('link', { name: 'All models' }).click();
      await shown().waitFor();
      await expect.poll(() => firstNames(3)).toEqual(found);
      await expect.poll(() => find().inputValue()).toBe('own-48');
      await page.getByRole('button', { name: 'Clear the filter' }).click();
    });

    it('sorts by each column, both ways', async () => {
      const { page } = window;
      await column('Parameters').getByRole('button').click();
      await expect.poll(() => direction('Parameters')).toBe('descending');
      await expect.poll(() => direction('Model')).toBeNull();
      await column('Model').getByRole('button').click();
      await column('Model').getByRole('button').click();
      await expect.poll(() => direction('Model')).toBe('descending');
      await expect.poll(() => firstNames(2)).toEqual(['ward-4/own-499', 'ward-4/own-489']);
      for (const name of ['Origin', 'Architecture', 'Size', 'Vocabulary', 'Languages', 'Stored']) {
        await column(name).getByRole('button').click();
        await expect.poll(() => direction(name)).toMatch(/cending$/);
        await expect.poll(() => page.locator('th[aria-sort]').count()).toBe(1);
      }
      await expect.poll(() => firstNames(1)).toEqual(['own-500']);
    });

    it('fits a small window: only the table goes on to the right', async () => {
      const { page } = window;
      await page.setViewportSize({ width: 900, height: 600 });
      const room =
        'const main = document.querySelector("main"); main.scrollWidth - main.clientWidth';
      await expect.poll(() => page.evaluate(room)).toBe(0);
      for (const label of ['Find a model', 'Architecture', 'What it does', 'Where it comes from']) {
        const box = await page.getByLabel(label).boundingBox();
        expect(box?.width, label).toBeGreaterThan(150);
        expect((box?.x ?? 0) + (box?.width ?? 0), label).toBeLessThanOrEqual(900);
      }
      await page.screenshot({ path: 'test-results/window/models-500-900x600.png' });
      await page.setViewportSize({ width: 1280, height: 800 });
    });

    it('broke no rule of the window’s own policy', () => {
      expect(window.complaints).toEqual([]);
    });
  },
);

/** Half of them imported, the others of five studies, of three kinds and three architectures. */
async function fillWorkspace(workspace: Workspace): Promise<void> {
  const kinds = [
    { ...makeMicroModel('bert', 'masked'), family: 'bert' },
    { ...makeMicroModel('bert', 'token'), family: 'bert' },
    { ...makeMicroModel('bert', 'sequence'), family: 'xlm-roberta' },
    { ...makeMicroModel('bert', 'bare'), family: 'roberta' },
  ] as const;
  const blobIds: string[] = [];
  for (const { encoder, head, weights } of kinds) {
    const shapes = listWeights(encoder, head);
    const tensors = [...weights].map(([name, values]) => ({
      name,
      values,
      shape: shapes.get(name) ?? [],
    }));
    blobIds.push((await workspace.blobs.write(writeSafetensors(tensors))).id);
  }
  const studyIds = Array.from({ length: 5 }, (_, number) => {
    const name = `ward-${number}`;
    const planJson = JSON.stringify({
      name,
      models: { base: { start: { kind: 'checkpoint', folder: '/x' } } },
      tasks: {},
    });
    return workspace.studies.create({ name, planJson }).id;
  });
  for (let number = 1; number <= modelCount; number++) {
    const name = `own-${number}`;
    const kind = Math.floor(number / 2) % kinds.length;
    const { encoder, family, head, tokenizerFiles } = kinds[kind];
    const studyId = number % 2 === 0 ? null : studyIds[number % studyIds.length];
    const key = `pretrain/${name}`;
    const request = foldRequest({ key, kind: 'pretraining', model: name, task: null, fold: null });
    workspace.models.put({
      studyId,
      name,
      parentModelId: null,
      runId: studyId === null ? null : workspace.runs.ensure(studyId, request).id,
      configuration: toConfiguration({
        encoder,
        family,
        head,
        labels: null,
        origin:
          studyId === null
            ? { kind: 'checkpoint', sourceHash: String(number), format: 'safetensors' }
            : { kind: 'pretraining' },
      }),
      tokenizerFiles,
      weightsBlobId: blobIds[kind],
    });
  }
}
