import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import { freezeSet } from '#core/collection/sets/freeze-set.ts';
import { importModel } from '#core/library/import-model.ts';
import { judgePage } from './judge-page.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

/** Models look at the mentions of a frozen set; likeness in tables, mentions in maps. */
const missing = listMissing();
const tiny = fileURLToPath(new URL('../fixtures/geometry/tiny-bert', import.meta.url));

/** Notes as brat has them, each with a disease and a drug. */
function writeNotes(folder: string): void {
  const diseases = ['koorts', 'hepatitis', 'lever', 'leverziekte'];
  const drugs = ['b', 'patient', 'en', 'van'];
  for (let at = 0; at < 24; at++) {
    const disease = diseases[at % 4];
    const drug = drugs[(at >> 2) % 4];
    const text = `De patient had ${disease} , geen ${drug} .\n`;
    const start = text.indexOf(`had ${disease}`) + 4;
    const other = text.indexOf(`geen ${drug}`) + 5;
    writeFileSync(join(folder, `note-${at}.txt`), text);
    writeFileSync(
      join(folder, `note-${at}.ann`),
      `T1\tDisease ${start} ${start + disease.length}\t${disease}\nT2\tDrug ${other} ${other + drug.length}\t${drug}\n`,
    );
  }
}

describe.skipIf(missing.length > 0)(
  `mentions as models see them${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let window: OpenedWindow;
    const folder = mkdtempSync(join(tmpdir(), 'anamnesis-maps-'));

    beforeAll(async () => {
      window = await openWindow();
      const { workspace } = window.host;
      writeNotes(folder);
      await importDocuments(
        workspace,
        { collection: 'notes', paths: [folder], choice: {} },
        { nowMs: Date.now },
      );
      freezeSet(workspace, 'gold', { collections: ['notes'] });
      await importModel(workspace, tiny, { name: 'tiny', whenTaken: 'refuse' });
      await signIn(window.page, window.host.server.url);
    });
    afterEach((story) => {
      story.onTestFailed(() => window.photograph('broken-mention-maps'));
    });
    afterAll(async () => {
      await window.close();
      rmSync(folder, { recursive: true });
    });

    it('says how alike mentions are, and draws them in maps', async () => {
      const { page } = window;
      await page.getByRole('link', { name: 'Documents' }).press('Enter');
      await page.getByRole('link', { name: 'gold' }).press('Enter');
      await page.getByRole('link', { name: 'Mentions as models see them' }).press('Enter');
      await page.getByRole('checkbox', { name: 'tiny' }).press('Space');
      await page.getByLabel('Perplexity').fill('5');
      await page.getByLabel('Maps of each').fill('2');
      await page.getByRole('button', { name: 'Begin' }).press('Enter');
      const table = page.getByRole('table', { name: /layer 2 of 2/ });
      await table.getByRole('rowheader', { name: 'Disease' }).waitFor();
      await page.getByRole('heading', { name: 'Maps' }).waitFor();
      await expect.poll(() => page.getByRole('application').count()).toBe(2);
    }, 60_000);

    it('is walked through by keyboard: a mention is read, and its document opened', async () => {
      const { page } = window;
      const map = page.getByRole('application').first();
      await map.press('n');
      await page.locator('mark').first().waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        for (const size of [
          { width: 1440, height: 900 },
          { width: 1024, height: 768 },
        ]) {
          await page.setViewportSize(size);
          expect(await judgePage(page)).toEqual([]);
          await map.scrollIntoViewIfNeeded();
          await window.photograph(`mention-maps-${colorScheme}`, size);
        }
      }
      await map.press('+');
      await map.press('0');
      await page.getByRole('button', { name: 'Numbers' }).press('Enter');
      await page.getByRole('columnheader', { name: 'Trustworthiness' }).waitFor();
      await page.getByRole('button', { name: 'Numbers' }).press('Enter');
      await page.getByRole('button', { name: 'Lasso' }).press('Enter');
      const box = (await map.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      await page.mouse.move(box.x + 2, box.y + 2);
      await page.mouse.down();
      for (const [x, y] of [
        [1, 0],
        [1, 1],
        [0, 1],
      ] as const) {
        await page.mouse.move(box.x + 2 + x * (box.width - 4), box.y + 2 + y * (box.height - 4));
      }
      await page.mouse.up();
      await page.getByText('48 mentions chosen').waitFor();
      await page.getByRole('button', { name: 'Open the document' }).press('Enter');
      await page.getByRole('heading', { name: /note-/ }).waitFor();
      expect(window.complaints).toEqual([]);
      expect(window.strayRequests).toEqual([]);
    }, 60_000);
  },
);
