import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listWeights } from '#core/model/checkpoint/weight-names.ts';
import { writeSafetensors } from '#core/model/checkpoint/write-safetensors.ts';
import { foldRequest } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { findModel } from '#core/library/find-model.ts';
import { writeCheckpoint } from '../fixtures/exported-model/export-micro-model.ts';
import { makeMicroModel } from '../fixtures/exported-model/micro-model.ts';
import type { StudyHost } from './open-study-host.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

/**
 * The model library in the real window: a browser, the loopback host, the real api, an encrypted
 * workspace and folders on the disk. The tests follow one story and build on each other.
 */
const missing = listMissing();

describe.skipIf(missing.length > 0)(
  `the model library${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let window: OpenedWindow;
    let host: StudyHost;
    let page: Page;

    beforeAll(async () => {
      window = await openWindow();
      ({ host, page } = window);
      writeCheckpoint(join(host.planFolder, 'micro'), makeMicroModel('bert', 'token'));
      mkdirSync(join(host.planFolder, 'empty'));
    });
    afterEach((story) => {
      story.onTestFailed(() => photograph('broken-models-story'));
    });
    afterAll(() => window.close());

    const photograph = (name: string) => window.photograph(name);
    const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
    const status = () => page.getByRole('status');

    it('tells somebody who has no model what to do', async () => {
      await signIn(page, host.server.url);
      await page.getByRole('link', { name: 'Models' }).click();
      await page.getByText('No model yet').waitFor();
      await photograph('models-empty');
    });

    it('refuses a folder that holds no model, with what was expected and what helps', async () => {
      await page.getByLabel('Folder of the model').fill('empty');
      await button('Import').click();
      const alert = page.getByRole('alert');
      await alert.getByText('checkpoint.file-missing').waitFor();
      await alert.getByText('Expected a file config.json').waitFor();
      await alert.getByText('Name the folder that holds config.json').waitFor();
      await photograph('models-refused');
    });

    it('imports a folder with the keyboard alone', async () => {
      await page.getByLabel('Folder of the model').focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('micro');
      // Past the button that lists folders.
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.type('my-bert');
      await page.keyboard.press('Enter');
      await status().getByText('Imported as my-bert').waitFor();
      await page.getByRole('rowheader', { name: 'my-bert' }).waitFor();
      await page.getByRole('alert').waitFor({ state: 'hidden' });
      expect(findModel(host.workspace, 'my-bert').name).toBe('my-bert');
    });

    it('shows a model with its line and what was missing at the import', async () => {
      await page.getByRole('link', { name: 'my-bert' }).press('Enter');
      await page.getByRole('heading', { name: 'my-bert', level: 1 }).waitFor();
      await page.getByText('marks entities in text').waitFor();
      await page.getByText('checkpoint folder').waitFor();
      const note = page.getByText('Weights of a head are missing');
      await note.click();
      await page.getByText('cls.predictions.bias', { exact: true }).waitFor();
      await photograph('model');
    });

    it('verifies it', async () => {
      await button('Verify').click();
      await status()
        .getByText(/Sound: all \d+ weights/)
        .waitFor();
    });

    it('exports it, never into a folder that holds something', async () => {
      await button('Export…').click();
      await page.getByLabel('New or empty folder').fill('micro');
      await page.getByLabel('New or empty folder').press('Enter');
      await page.getByRole('alert').getByText('model.folder-taken').waitFor();
      await expect.poll(() => page.getByLabel('New or empty folder').inputValue()).toBe('micro');
      await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).press('Enter');
      await page.getByRole('alert').waitFor({ state: 'hidden' });
      await page.getByLabel('New or empty folder').fill('out');
      await photograph('model-export');
      await button('Export').click();
      await status()
        .getByText(/Wrote \d+ files/)
        .waitFor();
      expect(existsSync(join(host.planFolder, 'out', 'model.safetensors'))).toBe(true);
      await page.getByText('exported', { exact: true }).waitFor();
    });

    it('a failure stands in the window that began the work, until it is dismissed', async () => {
      await button('Export…').click();
      await page.getByLabel('New or empty folder').fill('other');
      await page.getByLabel('Export also a smaller copy').check();
      await page.getByLabel('File of sample texts').fill('nowhere.txt');
      await button('Export').click();
      const alert = page.getByRole('alert');
      await alert.getByText('file.missing').waitFor();
      await expect.poll(() => page.getByLabel('New or empty folder').inputValue()).toBe('other');
      await page.reload();
      await alert.getByText('file.missing').waitFor();
      const other = await page.context().newPage();
      await other.goto(host.server.newUrl());
      await other.getByRole('link', { name: 'Models', exact: true }).click();
      await other.getByRole('heading', { name: 'Models', level: 1 }).waitFor();
      await other.getByRole('row').nth(1).waitFor();
      await expect.poll(() => other.getByText('file.missing').count()).toBe(0);
      await other.close();
      await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).press('Enter');
      await alert.waitFor({ state: 'hidden' });
      await page.reload();
      await button('Export…').waitFor();
      // Another alert stands there, empty, for a host that is gone.
      await expect.poll(() => page.getByText('file.missing').count()).toBe(0);
    });

    it('shows what is superseded, and removes that and nothing else', async () => {
      await makeStudyRunTwice(host.workspace);
      await page.reload();
      await page.getByRole('link', { name: 'All models' }).click();
      await page.getByText('superseded').first().waitFor();
      await photograph('models-library');
      await button('Free space…').click();
      const dialog = page.getByRole('dialog', { name: 'Remove superseded models?' });
      await expect.poll(() => dialog.getByRole('listitem').count()).toBe(2);
      await photograph('models-free-space');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      expect(host.workspace.models.list()).toHaveLength(5);

      // One of the two is kept by hand; the base that it came from stays with it.
      await page
        .getByRole('row')
        .filter({ hasText: 'superseded' })
        .first()
        .getByRole('link')
        .click();
      await button('Keep').click();
      await page.getByText('A user chose to keep it.').waitFor();
      await page.getByRole('link', { name: 'All models' }).click();
      await button('Free space…').click();
      await dialog.getByText('Nothing is superseded').waitFor();
      await dialog.getByRole('button', { name: 'Close' }).click();
      await page.getByRole('row').filter({ hasText: 'kept' }).first().getByRole('link').click();
      await button('Do not keep').click();
      await page.getByText('Its run was repeated').waitFor();

      await page.getByRole('link', { name: 'All models' }).click();
      await button('Free space…').click();
      await dialog.getByRole('button', { name: /^Remove and free/ }).click();
      await page.getByText(/2 models\s+in\s+2 files\s+removed/).waitFor();
      expect(host.workspace.models.list()).toHaveLength(3);
      const superseded = page.getByRole('row').filter({ hasText: 'superseded' });
      await expect.poll(() => superseded.count()).toBe(0);
    });

    it('says what depends on a model before it is removed', async () => {
      await page.getByRole('link', { name: 'twice/base' }).click();
      await button('Remove…').click();
      const refusal = page.getByRole('dialog', { name: 'Remove base?' });
      await refusal.getByText('twice/adapted').waitFor();
      await expect.poll(() => refusal.getByRole('button').count()).toBe(1);
      await photograph('model-needed');
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: 'All models' }).click();
      await page.getByRole('link', { name: 'my-bert' }).click();
      await button('Remove…').click();
      const dialog = page.getByRole('dialog', { name: 'Remove my-bert?' });
      await dialog.getByText('No model and no plan of a study depends on it').waitFor();
      await photograph('model-remove');
      await dialog.getByRole('button', { name: 'Remove the model' }).click();
      await page.getByRole('heading', { name: 'Models', level: 1 }).waitFor();
      await expect.poll(() => page.getByRole('link', { name: 'my-bert' }).count()).toBe(0);
      expect(host.workspace.models.list()).toHaveLength(2);
    });

    it('broke no rule of the window’s own policy', () => {
      expect(window.complaints).toEqual([]);
    });
  },
);

/** A study whose two stages were made, and made again after its plan had changed. */
async function makeStudyRunTwice(workspace: Workspace): Promise<void> {
  const start = { kind: 'checkpoint', folder: '/somewhere' };
  const planJson = JSON.stringify({ name: 'twice', models: { base: { start } }, tasks: {} });
  const { id: studyId } = workspace.studies.create({ name: 'twice', planJson });
  const { encoder, head, weights, tokenizerFiles } = makeMicroModel('bert', 'masked');
  const shapes = listWeights(encoder, head);
  const tensors = [...weights].map(([name, values]) => ({
    name,
    values,
    shape: shapes.get(name) ?? [],
  }));
  for (const hash of ['a', 'b']) {
    const parents: string[] = [];
    for (const model of ['base', 'adapted']) {
      const { id: runId } = workspace.runs.ensure(
        studyId,
        foldRequest({
          key: `pretrain/${model}`,
          kind: 'pretraining',
          model,
          task: null,
          fold: null,
          configurationHash: hash.repeat(64),
        }),
      );
      await workspace.blobs.write(writeSafetensors(tensors), ({ id: weightsBlobId }) => {
        const { id } = workspace.models.put({
          studyId,
          name: model,
          parentModelId: parents.at(-1) ?? null,
          runId,
          configuration: encoder,
          tokenizerFiles,
          weightsBlobId,
        });
        parents.push(id);
      });
    }
  }
}
