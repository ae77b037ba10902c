import { writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importModel } from '#core/library/import-model.ts';
import { writeCheckpoint } from '../fixtures/exported-model/export-micro-model.ts';
import { makeMicroModel } from '../fixtures/exported-model/micro-model.ts';
import { enteredPlan, enterStudy } from './enter-study.ts';
import { judgePage } from './judge-page.ts';
import { listOverflow } from './list-overflow.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

/** Notes with several labels in the window: a task in the form, its results, a model that is tried. */
const missing = listMissing();
const labels = ['cough', 'fever', 'pain'];

describe.skipIf(missing.length > 0)(
  `several labels${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let opened: OpenedWindow;
    let studyId: string;
    beforeAll(async () => {
      opened = await openWindow();
      const { host, page } = opened;
      const rows = Array.from({ length: 60 }, (_, index) => {
        const own = labels.filter((_label, place) => (index + place) % (place + 2) === 0);
        return `n${index},note ${index} ${own.join(' ')},${own.join('; ')}`;
      });
      writeFileSync(join(host.planFolder, 'several.csv'), ['id,text,label', ...rows].join('\n'));
      const data = { format: 'csv', files: ['several.csv'], idColumn: 'id', labelSeparator: ';' };
      const symptoms = { kind: 'multi-label', data, folds: 3, unlabelled: 'no-label' };
      studyId = enterStudy(host, { plan: { ...enteredPlan, tasks: { symptoms } } });
      const folder = join(host.planFolder, 'several');
      writeCheckpoint(folder, makeMicroModel('bert', 'sequence'));
      const path = join(folder, 'config.json');
      const config = JSON.parse(readFileSync(path, 'utf8')) as object;
      const problem = { ...config, problem_type: 'multi_label_classification' };
      writeFileSync(path, JSON.stringify(problem));
      await importModel(host.workspace, folder, { whenTaken: 'refuse' });
      await signIn(page, host.server.url);
      await page.getByRole('heading', { level: 1 }).waitFor();
    });
    afterAll(() => opened.close());

    async function open(part: string): Promise<void> {
      const { origin } = new URL(opened.host.server.url);
      await opened.page.goto(`${origin}/#/studies/${studyId}/results/symptoms/${part}`);
    }
    async function expectSound(name: string): Promise<void> {
      const { page, photograph } = opened;
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await judgePage(page)).toEqual([]);
        await photograph(`several-labels-${name}-${colorScheme}`, {
          ...(colorScheme === 'light'
            ? { width: 1440, height: 900 }
            : { width: 1024, height: 768 }),
        });
        await expect.poll(() => page.evaluate<string[]>(listOverflow)).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: 'light' });
    }

    it('results say what is compared, and curves and thresholds are of one label', async () => {
      const { page } = opened;
      await open('overview');
      await page.getByRole('heading', { name: 'F1 (micro) in each fold' }).waitFor();
      await page.getByText('Subset accuracy').first().waitFor();
      await page.getByText('Hamming loss').first().waitFor();
      await expectSound('overview');
      await open('threshold');
      await page.getByRole('slider').waitFor();
      const chosen = page.getByRole('combobox').filter({ hasText: 'fever' });
      await expect.poll(() => chosen.locator('option').allInnerTexts()).toEqual(labels);
      await chosen.selectOption('fever');
      await page.getByRole('slider').waitFor();
      await expectSound('threshold');
    });

    it('errors are notes with a label too many or too few', async () => {
      const { page } = opened;
      await open('errors');
      const list = page.getByRole('table', { name: /^Errors on symptoms/ });
      await list.getByRole('row').nth(2).waitFor();
      await page.getByText(/^Notes with a label too many or too few/).waitFor();
      await list.getByRole('button').first().click();
      await expectSound('errors');
    });

    it('a model that is tried says each label by itself, and which it gives', async () => {
      const { page, complaints } = opened;
      await page.goto(`${new URL(opened.host.server.url).origin}/#/models`);
      await page.getByRole('link', { name: 'several', exact: true }).click();
      await page.getByRole('textbox', { name: /^Paste a text/ }).fill('patient has fever.');
      await page.getByRole('button', { name: 'Ask the model' }).click();
      const said = page.getByRole('table', { name: 'What the model says' });
      await said.getByRole('columnheader', { name: 'Given from' }).waitFor();
      await expect.poll(() => said.getByRole('row').count()).toBe(4);
      await page.getByText(/^The model gives: .*B-FINDING/).waitFor();
      await expectSound('tried');
      expect(complaints).toEqual([]);
    });
  },
);
