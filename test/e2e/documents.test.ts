import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

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
      await signIn(window.page, window.host.server.url);
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

    it('are chosen from folders that are listed, by keyboard', async () => {
      const { page } = window;
      await page.getByRole('link', { name: 'Import documents' }).first().press('Enter');
      const paths = page.getByRole('textbox', { name: 'Files and folders' });
      await page.getByRole('button', { name: 'Choose files…' }).press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Choose on this machine' });
      await dialog.getByRole('list', { name: 'What lies in the folder' }).waitFor();
      // From the folder of the plans up, and down into that of the notes.
      const parts = folder.split('/').slice(1);
      const place = dialog.getByRole('status');
      for (let at = await place.innerText(); at !== '/'; at = await place.innerText()) {
        await dialog.getByRole('button', { name: 'Folder above' }).press('Enter');
        await expect.poll(() => place.innerText()).not.toBe(at);
      }
      for (const part of parts) {
        await dialog.getByRole('button', { name: part, exact: true }).press('Enter');
        await expect.poll(() => place.innerText()).toContain(part);
      }
      await dialog.getByRole('checkbox', { name: 'brieven.csv' }).press('Space');
      await page.keyboard.press('ArrowDown');
      await expect
        .poll(() => page.evaluate('document.activeElement?.parentElement?.textContent'))
        .toContain('one.ann');
      await window.photograph('folders');
      await dialog.getByRole('button', { name: 'Choose 1 file' }).press('Enter');
      await expect.poll(() => paths.inputValue()).toBe(join(folder, 'brieven.csv'));
      await page.getByRole('button', { name: 'Choose a folder…' }).press('Enter');
      await dialog.getByRole('button', { name: 'Choose this folder' }).waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => dialog.count()).toBe(0);
      await page.getByRole('link', { name: 'Documents', exact: true }).press('Enter');
    });

    it('that are dropped in a browser are no paths, which is told, and nothing opens them', async () => {
      const { page } = window;
      await page.getByRole('link', { name: 'Import documents' }).first().press('Enter');
      const paths = page.getByRole('textbox', { name: 'Files and folders' });
      await paths.waitFor();
      const wasKept = await page.evaluate(
        `(() => {
          const data = new DataTransfer();
          data.items.add(new File(['x'], 'dropped.csv'));
          const drop = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
          document.body.dispatchEvent(drop);
          return drop.defaultPrevented;
        })()`,
      );
      expect(wasKept).toBe(true);
      await page.getByText('A browser tells no page where dropped files lie').waitFor();
      await both('dropped');
      await expect.poll(() => paths.inputValue()).toBe('');
      await page.getByRole('link', { name: 'Documents', exact: true }).press('Enter');
    });

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
      const figures = page.getByRole('region', { name: 'Figures' });
      await figures.getByText('Of the documents chosen above').waitFor();
      await figures.getByText('3 documents of 1 patient,').waitFor();
      await page.getByRole('button', { name: 'Freeze as set…' }).press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Freeze as set' });
      await dialog.getByText('3 documents of 1 patient would be frozen.').waitFor();
      await dialog.getByRole('combobox', { name: 'Name of the set' }).fill('koorts');
      await page.keyboard.press('Enter');
      await dialog.getByText('Frozen as koorts, version 1.').waitFor();
      expect(window.host.workspace.labelledSets.get('koorts').documentCount).toBe(3);
      await dialog.getByRole('button', { name: 'Close' }).press('Enter');
      await page.getByRole('searchbox', { name: 'Search the texts' }).fill('');
      await page.getByRole('textbox', { name: 'Patient' }).fill('');
    });

    it('are frozen by a share of the patients, by lists, and locked', async () => {
      const { page } = window;
      await page.getByRole('heading', { name: '3,000 documents' }).waitFor();
      await page.getByRole('button', { name: 'Freeze as set…' }).press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Freeze as set' });
      await dialog.getByRole('combobox', { name: 'Name of the set' }).fill('eindtoets');
      const which = dialog.getByRole('combobox', { name: 'Which of them' });
      await which.selectOption('share');
      await dialog.getByText('of 80 patients would be frozen.').waitFor();
      await dialog.getByRole('spinbutton', { name: 'Share' }).fill('50');
      await dialog.getByText('of 200 patients would be frozen.').waitFor();
      await which.selectOption('patients');
      const list = dialog.getByRole('textbox', { name: 'Patients, one per line' });
      await list.fill('p3\np9999');
      await dialog.getByText('none of 1 of 2, the first p9999').waitFor();
      await list.fill('p3\np4\n');
      await dialog.getByText('of 2 patients would be frozen.').waitFor();
      await dialog.getByRole('checkbox', { name: 'Lock as a test set' }).press('Space');
      await both('freeze-set');
      await dialog.getByRole('button', { name: 'Freeze as set' }).press('Enter');
      await dialog.getByText('Frozen and locked as eindtoets, version 1.').waitFor();
      await dialog.getByRole('link', { name: 'Open the set' }).press('Enter');
      await page.getByRole('heading', { name: 'eindtoets', level: 1 }).waitFor();
      await page.getByRole('link', { name: 'Documents', exact: true }).press('Enter');
      const sets = page.getByRole('table', { name: 'Labelled sets' });
      await sets.getByRole('row', { name: 'eindtoets locked test set 1 16' }).waitFor();
    });

    it('have figures of what is chosen, and of a frozen set', async () => {
      const { page } = window;
      const figures = page.getByRole('region', { name: 'Figures' });
      await page.getByRole('link', { name: 'koorts' }).press('Enter');
      await page.getByRole('heading', { name: 'koorts', level: 1 }).waitFor();
      await figures.getByText('3 documents of 1 patient,').waitFor();
      await page.getByText('No model in the library yet').waitFor();
      const list = page.getByRole('table', { name: 'Documents' });
      await page.getByRole('combobox', { name: 'Class' }).selectOption('ja');
      await page.getByRole('searchbox', { name: 'Search the texts' }).fill('koorts -2403');
      await page.getByRole('heading', { name: '2 documents', exact: true }).waitFor();
      await both('labelled-set');
      await list.getByRole('link', { name: '01203' }).press('Enter');
      await page.getByText('As it was frozen in koorts, version 1').waitFor();
      await page.getByText('Patiënt 1203 heeft koorts').waitFor();
      await both('frozen-document');
      await page.getByRole('link', { name: 'In the collection brieven' }).waitFor();
      await page.getByRole('link', { name: 'Back to the set' }).press('Enter');
      await page.getByRole('heading', { name: '3 documents', exact: true }).waitFor();
    });

    it('leave when a person has seen what is lost and says yes, and no sooner', async () => {
      const { page } = window;
      const target = join(folder, 'out');
      await page.getByRole('button', { name: 'Export…' }).press('Enter');
      await page.getByRole('combobox', { name: 'Format' }).selectOption('conll');
      await page.getByRole('textbox', { name: 'Folder', exact: true }).fill(target);
      await page.getByRole('button', { name: 'Count what would leave' }).press('Enter');
      const note = page.getByRole('region', { name: 'Export of' });
      await note.getByText('3 documents of 1 patient').waitFor();
      await note.getByRole('row', { name: 'classes of documents, left out 3' }).waitFor();
      await both('export');
      await note.getByRole('button', { name: 'Do not write' }).press('Enter');
      await note.getByText('Nothing was written.').waitFor();
      expect(existsSync(target)).toBe(false);
      await page.getByRole('button', { name: 'Count what would leave' }).press('Enter');
      await note.getByRole('button', { name: 'Write unencrypted' }).press('Enter');
      await note.getByText('Wrote 1 file to').waitFor();
      expect(readFileSync(join(target, 'documents.conll'), 'utf8')).toContain('koorts\tO');
      const [entry] = window.host.workspace.audit.newest(1);
      expect(entry).toMatchObject({
        action: 'documents.exported',
        detail: { documentCount: 3, patientCount: 1, format: 'conll', folder: target },
      });
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
