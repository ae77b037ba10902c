import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importModel } from '#core/library/import-model.ts';
import { writeCheckpoint } from '../fixtures/exported-model/export-micro-model.ts';
import { makeMicroModel } from '../fixtures/exported-model/micro-model.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

/** A fine-tuned model says something of a text that somebody pastes. */
const missing = listMissing();

describe.skipIf(missing.length > 0)(
  `a model that is tried${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let opened: OpenedWindow;
    beforeAll(async () => {
      opened = await openWindow();
      for (const head of ['sequence', 'token', 'masked'] as const) {
        const folder = join(opened.host.planFolder, head);
        writeCheckpoint(folder, makeMicroModel('bert', head));
        await importModel(opened.host.workspace, folder, { whenTaken: 'refuse' });
      }
      await signIn(opened.page, opened.host.server.url);
      await opened.page.getByRole('heading', { level: 1 }).waitFor();
    });
    afterAll(() => opened.close());

    async function openModel(name: string): Promise<void> {
      const { page } = opened;
      await page.getByRole('link', { name: 'Models', exact: true }).click();
      await page.getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
    }

    it('says its classes with their probabilities, by keyboard alone', async () => {
      const { page, photograph } = opened;
      await openModel('sequence');
      await page
        .getByRole('textbox', { name: /^Paste a text/ })
        .fill('patient has fever, no cough.');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const said = page.getByRole('table', { name: 'What the model says' });
      await said.getByRole('rowheader', { name: 'B-FINDING' }).waitFor();
      await expect.poll(() => said.getByRole('row').count()).toBe(4);
      await photograph('try-classes', { width: 1440, height: 900 });
    });

    it('says which part of a text that is too long it does not see', async () => {
      const { page } = opened;
      await page.getByRole('textbox', { name: /^Paste a text/ }).fill('fever '.repeat(100));
      await page.getByRole('button', { name: 'Ask the model' }).click();
      await page
        .getByText(/The text is longer than the model: 78\s?% of it was not seen/)
        .waitFor();
    });

    it('shows the calibrated probability of the class that is looked for, and the side of the threshold', async () => {
      const { page, photograph, complaints } = opened;
      const screening = {
        ...{ label: 'B-FINDING', probability: 0.731, isCalibrated: true },
        ...{ threshold: 0.4 as number | null, isAlert: true as boolean | null },
      };
      // A model whose study has set no threshold; what its answer would be with one is shown.
      await page.route('**/models.predict', async (route) => {
        const response = await route.fetch();
        const reply = (await response.json()) as { value: object };
        await route.fulfill({ response, json: { ...reply, value: { ...reply.value, screening } } });
      });
      const ask = () => page.getByRole('button', { name: 'Ask the model' }).click();
      await page.getByRole('textbox', { name: /^Paste a text/ }).fill('patient has fever.');
      await ask();
      const note = page.getByRole('region', { name: 'The class that is looked for' });
      await note.getByText(/B-FINDING.*, calibrated: 0.731/).waitFor();
      await note.getByText('Alert: at or above the threshold of 0.400.').waitFor();
      await page
        .getByRole('columnheader', { name: 'Probability, as it is', exact: true })
        .waitFor();
      await photograph('try-screening', { width: 1024, height: 768 });
      Object.assign(screening, { probability: 0.2, isAlert: false });
      await ask();
      await note.getByText('No alert: below the threshold of 0.400.').waitFor();
      Object.assign(screening, { isCalibrated: false, threshold: null, isAlert: null });
      await ask();
      await note.getByText('No threshold can be claimed for it.').waitFor();
      await note.getByText(/not calibrated: 0.200/).waitFor();
      await page.unroute('**/models.predict');
      expect(complaints).toEqual([]);
    });

    it('marks entities on the text, in the dark too', async () => {
      const { page, photograph, complaints } = opened;
      await openModel('token');
      const text = 'patient has fever, no cough. patient has fever.';
      await page.getByRole('textbox', { name: /^Paste a text/ }).fill(text);
      await page.getByRole('button', { name: 'Ask the model' }).click();
      const shown = page.locator('[data-document-text]');
      await shown.or(page.getByText('The model finds nothing in this text.')).waitFor();
      await page.emulateMedia({ colorScheme: 'dark' });
      await photograph('try-entities-dark', { width: 1024, height: 768 });
      await page.emulateMedia({ colorScheme: 'light' });
      expect(complaints).toEqual([]);
    });

    it('is offered by no model that was fine-tuned on nothing', async () => {
      const { page } = opened;
      await openModel('masked');
      await page
        .getByRole('heading', { name: 'Measured' })
        .or(page.getByRole('heading', { level: 2 }))
        .first()
        .waitFor();
      await expect.poll(() => page.getByRole('heading', { name: 'Try it' }).count()).toBe(0);
    });
  },
);
