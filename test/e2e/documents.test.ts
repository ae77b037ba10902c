import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listMissing, openWindow, type OpenedWindow } from './open-window.ts';

/** From files to a frozen set, in the window and by keyboard. */
const missing = listMissing();

const noteCount = 3_000;
const notes = [
  'nummer;patient;datum;brief;uitslag',
  ...Array.from({ length: noteCount }, (_, index) => {
    const day = String((index % 28) + 1).padStart(2, '0');
    const words = index % 3 === 0 ? 'koorts en hoest, geen pijn' : 'controle zonder bijzonderheden';
    return `${String(index).padStart(5, '0')};p${index % 400};${day}-11-2026;"Patiënt ${index} heeft ${words} sinds gisteren.";${index % 3 === 0 ? 'ja' : 'nee'}`;
  }),
].join('\n');
const annotated = 'Geen koorts 😀.\n\tHoest en  pijn in arm en been.';

describe.skipIf(missing.length > 0)(
  `documents${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let window: OpenedWindow;
    const folder = mkdtempSync(join(tmpdir(), 'anamnesis-documents-'));

    beforeAll(async () => {
      writeFileSync(join(folder, 'brieven.csv'), notes);
      writeFileSync(join(folder, 'one.txt'), annotated);
      writeFileSync(
        join(folder, 'one.ann'),
        [
          'T1\tDISO 5 11\tkoorts',
          'T2\tDISO 16 21\tHoest',
          'T3\tPHRASE 26 45\tpijn in arm en been',
          'T4\tDISO 26 30;41 45\tpijn been',
          '',
        ].join('\n'),
      );
      window = await openWindow();
      await window.page.goto(window.host.server.url);
      await window.page.getByRole('link', { name: 'Documents' }).click();
    });
    afterEach((story) => {
      story.onTestFailed(() => window.photograph('broken-documents-story'));
    });
    afterAll(() => window.close());

    const both = async (name: string) => {
      await window.photograph(name, { width: 1440, height: 900 });
      await window.photograph(name, { width: 1024, height: 768 });
    };
    const importFrom = async (path: string, collection: string) => {
      const { page } = window;
      await page.getByRole('link', { name: 'Import documents' }).first().press('Enter');
      await page.getByRole('textbox', { name: 'Files and folders' }).fill(path);
      await page.getByRole('button', { name: 'Look' }).press('Enter');
      await page.getByRole('table', { name: 'First documents' }).waitFor();
      await page.getByRole('combobox', { name: 'Collection' }).fill(collection);
    };

    it('are looked at, with columns that are proposed, before anything is stored', async () => {
      const { page } = window;
      await importFrom(join(folder, 'brieven.csv'), 'brieven');
      await page.getByText('1 file (csv: 1 file).').waitFor();
      await page.getByRole('checkbox', { name: 'brief' }).waitFor();
      await expect.poll(() => page.getByRole('checkbox', { name: 'brief' }).isChecked()).toBe(true);
      await expect
        .poll(() => page.getByRole('combobox', { name: 'Patient' }).inputValue())
        .toBe('patient');
      await page.getByRole('combobox', { name: 'Class' }).selectOption('uitslag');
      await page.getByRole('button', { name: 'Read all, store nothing' }).press('Enter');
      await page.getByText('All was read; nothing is stored.').waitFor();
      await page.getByText('3,000 documents, patients: 400.').waitFor();
      await both('import');
      expect(window.host.workspace.collections.list()).toEqual([]);
    });

    it('are imported, and the next import of the same has nothing new', async () => {
      const { page } = window;
      await page.getByRole('textbox', { name: 'Keep this reading as' }).fill('monthly');
      await page.getByRole('button', { name: 'Import', exact: true }).press('Enter');
      await page.getByText('3,000 documents are new').waitFor();
      await page.getByRole('link', { name: 'Documents', exact: true }).press('Enter');
      await importFrom(join(folder, 'brieven.csv'), 'brieven');
      await page.getByRole('combobox', { name: 'Read as last time' }).selectOption('monthly');
      await page.getByRole('button', { name: 'Import', exact: true }).press('Enter');
      await page.getByText('3,000 are as they were').waitFor();
      await page.getByRole('link', { name: 'Open', exact: true }).press('Enter');
    });

    it('scroll at once, with few rows in the page, by keyboard to the end', async () => {
      const { page } = window;
      await page.getByRole('heading', { name: '3,000 documents' }).waitFor();
      await page.getByRole('link', { name: '00000' }).focus();
      await page.keyboard.press('End');
      await page.getByRole('link', { name: '02999' }).waitFor();
      await expect.poll(() => page.evaluate('document.activeElement?.textContent')).toBe('02999');
      await expect.poll(() => page.locator('[role=row]').count()).toBeLessThan(100);
      await page.keyboard.press('Home');
      await page.getByRole('link', { name: '00000' }).waitFor();
      await both('documents');
    });

    it('are found by words without their accents, and by what is known of them', async () => {
      const { page } = window;
      await page.getByRole('searchbox', { name: 'Search the texts' }).fill('patient 42');
      await page.getByRole('heading', { name: '1 document', exact: true }).waitFor();
      await page.getByRole('searchbox', { name: 'Search the texts' }).fill('koorts');
      await page.getByRole('heading', { name: '1,000 documents' }).waitFor();
      await page.getByRole('textbox', { name: 'Patient' }).fill('p3');
      await page.getByRole('heading', { name: '3 documents' }).waitFor();
      await page.getByRole('textbox', { name: 'Name of the set' }).fill('koorts');
      await page.getByRole('button', { name: 'Freeze as set' }).press('Enter');
      await page
        .getByRole('paragraph')
        .filter({ hasText: 'Frozen as koorts, version 1.' })
        .first()
        .waitFor();
      expect(window.host.workspace.labelledSets.get('koorts').documentCount).toBe(3);
    });

    it('are shown as they are, with mentions that overlap and lie in pieces', async () => {
      const { page } = window;
      await page.getByRole('link', { name: 'Documents', exact: true }).press('Enter');
      await importFrom(join(folder, 'one.txt'), 'gemarkeerd');
      await page
        .getByRole('textbox', { name: 'Files and folders' })
        .fill(`${join(folder, 'one.txt')}\n${join(folder, 'one.ann')}`);
      await page.getByRole('button', { name: 'Look' }).press('Enter');
      await page.getByText('DISO (3)').waitFor();
      await page.getByRole('button', { name: 'Import', exact: true }).press('Enter');
      await page.getByText('1 document is new').waitFor();
      await page.getByRole('link', { name: 'Open', exact: true }).press('Enter');
      await page.locator('[role=row] a').first().press('Enter');
      const text = page.locator('[data-document-text]');
      await text.waitFor();
      // Without the names of types, which stand behind their mentions.
      const shown = await page.evaluate(
        `(() => {
          const copy = document.querySelector('[data-document-text]').cloneNode(true);
          for (const name of copy.querySelectorAll('sub')) name.remove();
          return copy.textContent;
        })()`,
      );
      expect(shown).toBe(annotated);
      await expect
        .poll(() => text.locator('sub').allInnerTexts())
        .toEqual(['DISO', 'DISO', 'PHRASE', 'DISO']);
      await both('document');
      expect(window.complaints).toEqual([]);
    });
  },
);
