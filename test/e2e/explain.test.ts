import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importModel } from '#core/library/import-model.ts';
import { writeCheckpoint } from '../fixtures/exported-model/export-micro-model.ts';
import { makeMicroModel } from '../fixtures/exported-model/micro-model.ts';
import { judgePage } from './judge-page.ts';
import { listOverflow } from './list-overflow.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

/** Why models say what they say of a note, side by side, kept, and found again. */
const missing = listMissing();

describe.skipIf(missing.length > 0)(
  `a note that is explained${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let opened: OpenedWindow;
    beforeAll(async () => {
      opened = await openWindow();
      for (const [name, family] of [
        ['screen-general', 'bert'],
        ['screen-adapted', 'distilbert'],
      ] as const) {
        const folder = join(opened.host.planFolder, name);
        writeCheckpoint(folder, makeMicroModel(family, 'sequence'));
        await importModel(opened.host.workspace, folder, { whenTaken: 'refuse', name });
      }
      opened.page.setDefaultTimeout(20_000);
      await signIn(opened.page, opened.host.server.url);
      await opened.page.getByRole('heading', { level: 1 }).waitFor();
    });
    afterAll(() => opened.close());

    it('is begun from a model, by keyboard, with another beside it and a list of terms', async () => {
      const { page } = opened;
      await page.getByRole('link', { name: 'Models', exact: true }).click();
      await page.getByRole('link', { name: 'screen-general', exact: true }).click();
      await page.getByRole('link', { name: 'Explain a note' }).click();
      await page.getByRole('combobox', { name: 'Model 2' }).selectOption('screen-adapted');
      await page
        .getByRole('textbox', { name: 'Text of the note' })
        .fill('patient has fever, no cough. fever since monday.');
      await page.getByText('Settings', { exact: true }).press('Enter');
      await page.getByRole('spinbutton', { name: 'Versions of the note (LIME)' }).fill('200');
      await page.getByRole('spinbutton', { name: 'Repeat with so many seeds' }).fill('3');
      const lists = page.getByRole('combobox', { name: 'Terms that experts would look for' });
      await lists.selectOption('nl');
      const terms = page.getByRole('textbox', { name: 'Terms, one a line' });
      await expect.poll(() => terms.inputValue()).toContain('gordelroos');
      await lists.selectOption('own');
      await page
        .locator('input[type=file]')
        .last()
        .setInputFiles({
          name: 'terms.txt',
          mimeType: 'text/plain',
          buffer: Buffer.from('\ufefffever\r\ncough', 'utf16le'),
        });
      await expect.poll(() => terms.inputValue()).toBe('fever\ncough');
      await opened.photograph('explain-form', { width: 1440, height: 900 });
      expect(await judgePage(page)).toEqual([]);
      await page.getByRole('button', { name: 'Explain', exact: true }).press('Enter');
    });

    it('shows bars and the text for each model, and each method', async () => {
      const { page, photograph } = opened;
      const bars = page.getByRole('table', { name: /^Words for and against, .*screen-general/ });
      await expect.poll(() => bars.getByRole('row').count()).toBeGreaterThan(5);
      await page.getByRole('table', { name: /^Words for and against, .*screen-adapted/ }).waitFor();
      await page
        .getByText(/^Terms: \d of the first \d words/)
        .first()
        .waitFor();
      const marks = page.getByRole('region', { name: /The note as .*screen-general/ });
      await expect.poll(() => marks.locator('mark').count()).toBeGreaterThan(5);
      await photograph('explain-shown', { width: 1440, height: 1300 });
      await page.getByRole('button', { name: 'Occlusion' }).press('Enter');
      await page.getByRole('button', { name: 'Occlusion', pressed: true }).waitFor();
      await expect.poll(() => page.getByText(/^R²/).count()).toBe(0);
      await page.getByRole('button', { name: 'LIME' }).press('Enter');
      await page.getByText('All numbers as a table').press('Enter');
      const numbers = page.getByRole('table', { name: 'All numbers as a table' });
      await numbers
        .getByText(/in [123] of 3 seeds/)
        .first()
        .waitFor();
      await page.getByRole('table', { name: 'Methods beside each other' }).waitFor();
      await page.emulateMedia({ colorScheme: 'dark' });
      await photograph('explain-shown-dark', { width: 1024, height: 1700 });
      await expect.poll(() => page.evaluate<string[]>(listOverflow)).toEqual([]);
      expect(await judgePage(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await judgePage(page)).toEqual([]);
    });

    it('is taken along as a table and a picture, kept in the list, and removed', async () => {
      const { page, complaints, strayRequests } = opened;
      for (const [format, end] of [
        ['CSV', 'csv'],
        ['SVG', 'svg'],
      ]) {
        const taken = page.waitForEvent('download');
        await page.getByRole('button', { name: new RegExp(`as ${format}`) }).click();
        expect((await taken).suggestedFilename()).toMatch(new RegExp(`^explanation-\\d+.${end}$`));
      }
      await page.getByRole('link', { name: 'All explanations' }).click();
      const kept = page.getByRole('link', { name: 'pasted text' });
      await kept.waitFor();
      await opened.photograph('explain-list', { width: 1024, height: 768 });
      await page.getByRole('button', { name: /^Remove the explanation/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
      await page.getByText('Nothing was explained yet.').waitFor();
      expect(opened.host.workspace.insights.list()).toEqual([]);
      expect([...complaints, ...strayRequests]).toEqual([]);
    });

    it('is stopped and gone on with', async () => {
      const { page } = opened;
      await page
        .getByRole('textbox', { name: 'Text of the note' })
        .fill('fever no cough '.repeat(9));
      await page.getByRole('textbox', { name: 'Its name in the list' }).fill('note 7');
      await page.getByText('Settings', { exact: true }).click();
      await page.getByRole('spinbutton', { name: 'Versions of the note (LIME)' }).fill('50000');
      await page.getByRole('spinbutton', { name: 'Repeat with so many seeds' }).fill('20');
      await page.getByRole('button', { name: 'Explain', exact: true }).click();
      await page.getByRole('progressbar').waitFor();
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByRole('button', { name: 'Go on' }).waitFor();
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('progressbar').waitFor();
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByRole('button', { name: 'Go on' }).waitFor();
    });
  },
);
