import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { proposeScheme } from '#core/annotation/propose-scheme.ts';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import { createProject } from '#core/review/projects/create-project.ts';
import { applyAction } from '#core/review/work/apply-action.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

/** Documents are labelled in the window, without a mouse. */
const missing = listMissing();

const notes = [
  'id;tekst',
  ...Array.from(
    { length: 12 },
    (_, index) =>
      `n${index};"Patiënt ${index} heeft acute koorts en hoest sinds gisteren.\nKreeg paracetamol 500 mg. Geen koorts meer op dag ${index}."`,
  ),
].join('\n');

/** A project over one note of 20,000 words with 1,000 spans, of which 200 overlap others. */
function labelLongNote(workspace: Workspace, collectionId: number): void {
  const person = workspace.persons.first().id;
  const found = { classes: [], hasSeveral: false, types: ['DISEASE', 'DRUG'], attributes: {} };
  const { project } = createProject(workspace, {
    name: 'Long',
    createdBy: person,
    documents: { filter: { collectionId } },
    scheme: proposeScheme(found),
    guidelines: '',
    settings: {
      order: { kind: 'listed' },
      doubleShare: 0,
      testCount: 0,
      suggestions: 'shown',
      begin: 'empty',
    },
    annotators: [{ person, most: null }],
  });
  const [number] = workspace.documentQueries.numbers({ collectionId });
  const edits = Array.from({ length: 1_000 }, (_, index) => {
    const start = index * 200;
    const end = start + (index % 5 === 0 ? 260 : 20);
    const type = index % 2 === 0 ? 'DISEASE' : 'DRUG';
    return {
      kind: 'span-add',
      id: `s${index}`,
      type,
      fragments: [{ start, end }],
      attributes: {},
    } as const;
  });
  applyAction(workspace, {
    projectId: project.id,
    person,
    documents: [{ number, revision: 0, edits }],
  });
}

describe.skipIf(missing.length > 0)(
  `annotation${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let window: OpenedWindow;
    const folder = mkdtempSync(join(tmpdir(), 'anamnesis-annotation-'));

    beforeAll(async () => {
      window = await openWindow();
      writeFileSync(join(folder, 'notes.csv'), notes);
      const request = { collection: 'letters', paths: [join(folder, 'notes.csv')], choice: {} };
      const { workspace } = window.host;
      await importDocuments(workspace, request, { nowMs: Date.now });
      const words = Array.from({ length: 20_000 }, (_, index) => `woord-${index}`).join(' ');
      writeFileSync(join(folder, 'long.csv'), `id;tekst\nlong;"${words}"`);
      const long = { collection: 'long', paths: [join(folder, 'long.csv')], choice: {} };
      const { collectionId } = await importDocuments(workspace, long, { nowMs: Date.now });
      labelLongNote(workspace, collectionId);
      await signIn(window.page, window.host.server.url);
    });
    afterEach((story) => {
      story.onTestFailed(() => window.photograph('broken-annotation-story'));
    });
    afterAll(async () => {
      await window.close();
      rmSync(folder, { recursive: true });
    });

    const both = async (name: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await window.page.emulateMedia({ colorScheme });
        await window.photograph(`${name}-${colorScheme}`, { width: 1440, height: 900 });
        await window.photograph(`${name}-${colorScheme}`, { width: 1024, height: 768 });
      }
    };
    const keys = async (...pressed: string[]) => {
      for (const key of pressed) await window.page.keyboard.press(key);
    };
    const text = () => window.page.locator('[data-annotated-text]');
    /** What is written under the text, in its order. */
    const marks = () => text().locator('[data-mark]').allInnerTexts();
    const title = () => window.page.getByRole('heading', { level: 1 }).innerText();
    const saved = () => window.page.locator('[data-saved="true"]').waitFor();

    it('a project is made in a form', async () => {
      const { page } = window;
      await page.getByRole('link', { name: 'Annotation' }).press('Enter');
      await page.getByRole('link', { name: 'Long' }).waitFor();
      await both('annotation-projects');
      await page.getByRole('link', { name: 'New project' }).press('Enter');
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Fever');
      await page.getByLabel('Collection or set').selectOption({ label: 'letters (12)' });
      const types = page.getByRole('group', { name: 'Types' });
      await types.getByRole('button', { name: 'Add' }).press('Enter');
      await page.keyboard.type('DISEASE');
      await page.keyboard.press('Enter');
      await page.keyboard.type('DRUG');
      await page.keyboard.press('Tab');
      await expect
        .poll(() => page.getByRole('textbox', { name: 'Types: key 2' }).inputValue())
        .toBe('r');
      const attributes = page.getByRole('group', { name: 'Attributes' });
      await attributes.getByRole('button', { name: 'Add' }).press('Enter');
      await page.getByRole('textbox', { name: 'Attributes: name 1' }).fill('negated');
      await page.getByRole('textbox', { name: 'Values of attribute 1' }).fill('yes, no');
      await page
        .getByRole('textbox', { name: 'Guidelines' })
        .fill('# What to mark\n\nMark **every** disease, also a negated one:\n\n- fever\n- cough');
      await both('annotation-new-project');
      await page.getByRole('button', { name: 'Create the project' }).press('Enter');
      await page.getByRole('heading', { name: 'Fever' }).waitFor();
      await page.getByRole('link', { name: 'n11', exact: true }).waitFor();
      await both('annotation-project');
    });

    it('a span of two words takes two keys, and is there after a reload', async () => {
      const { page } = window;
      await page.getByRole('button', { name: 'Begin' }).press('Enter');
      await text().getByText('heeft acute koorts').waitFor();
      // The caret stands on the first word: walk to "acute".
      await keys('ArrowRight', 'ArrowRight', 'ArrowRight');
      await keys('Shift+ArrowRight', 'd');
      await expect.poll(marks).toEqual(['DISEASE']);
      await saved();
      await page.reload();
      await expect.poll(marks).toEqual(['DISEASE']);
    });

    it('is resized and relabelled by two keys, and gets an attribute', async () => {
      const { page } = window;
      const focused = page.locator('[data-focused-span]');
      await keys('Alt+ArrowDown', 'Shift+ArrowRight');
      await expect.poll(() => focused.innerText()).toContain('acute koorts en');
      await keys('Shift+ArrowLeft');
      await expect.poll(() => focused.innerText()).not.toContain('koorts en');
      await keys('r');
      await expect.poll(marks).toEqual(['DRUG']);
      await keys('d');
      await expect.poll(marks).toEqual(['DISEASE']);
      await keys('F7');
      await page.getByRole('combobox', { name: 'negated' }).selectOption('no');
      await expect.poll(marks).toEqual(['DISEASE (no)']);
      await keys('Escape');
      await expect
        .poll(() => page.evaluate('document.activeElement?.hasAttribute("data-annotated-text")'))
        .toBe(true);
      await both('annotation-page');
    });

    it('all like it are marked after a look, and undone as one', async () => {
      const { page } = window;
      await keys('Control+End', 'ArrowUp', 'Control+Home');
      await keys('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'd');
      await expect.poll(marks).toEqual(['DISEASE (no)', 'DISEASE']);
      await keys('F3');
      const dialog = page.getByRole('dialog', { name: 'Mark all like “koorts”' });
      await dialog.getByRole('button', { name: 'Mark 1 place' }).waitFor();
      await window.photograph('annotation-alike');
      await keys('Enter');
      await expect.poll(marks).toEqual(['DISEASE (no)', 'DISEASE', 'DISEASE']);
      await keys('Control+z');
      await expect.poll(marks).toEqual(['DISEASE (no)', 'DISEASE']);
      await keys('Control+y');
      await expect.poll(marks).toEqual(['DISEASE (no)', 'DISEASE', 'DISEASE']);
    });

    it('done leads to the next document, and undo leads back over it', async () => {
      await keys('F4');
      await keys('Control+Enter');
      await expect.poll(title).toBe('n1');
      await keys('Control+z');
      await expect.poll(title).toBe('n0');
      await keys('Alt+ArrowRight');
      await expect.poll(title).toBe('n1');
      // Nothing leads back to what was undone.
      await window.page.getByText('Document 2 of 12').waitFor();
      await keys('Control+y');
      await expect.poll(title).toBe('n0');
      await window.page.getByText('Done', { exact: true }).first().waitFor();
      await keys('Alt+ArrowRight');
      await expect.poll(title).toBe('n1');
      await keys('Alt+ArrowLeft');
      await expect.poll(title).toBe('n0');
    });

    it('a remark stays with the document on which it was written', async () => {
      const { page } = window;
      const remark = page.getByRole('textbox', { name: 'Remark' });
      await keys('F2');
      await page.keyboard.type('see also n1');
      await keys('Control+Enter');
      await expect.poll(title).toBe('n1');
      await expect.poll(() => remark.inputValue()).toBe('');
      await keys('Alt+ArrowLeft');
      await expect.poll(title).toBe('n0');
      await expect.poll(() => remark.inputValue()).toBe('see also n1');
    });

    it('a long note has few lines in the page, and its last word is one key away', async () => {
      const { page } = window;
      await page.getByRole('link', { name: 'Annotation' }).press('Enter');
      await page.getByRole('link', { name: 'Long' }).press('Enter');
      await page.getByRole('button', { name: 'Begin' }).press('Enter');
      await text().getByText('woord-0 ').first().waitFor();
      const lineCount = () => text().locator('[data-line]').count();
      expect(await lineCount()).toBeLessThan(100);
      await keys('Control+End');
      await text().getByText('woord-19999').waitFor();
      expect(await lineCount()).toBeLessThan(100);
      await keys('d');
      await expect.poll(async () => (await marks()).at(-1)).toBe('DISEASE');
      await page.getByRole('link', { name: 'Annotation' }).press('Enter');
      await page.getByRole('link', { name: 'Fever' }).press('Enter');
      await page.getByRole('link', { name: 'n0', exact: true }).press('Enter');
      await expect.poll(title).toBe('n0');
    });

    it('the keys and the guidelines are shown beside the text', async () => {
      const { page } = window;
      await keys('?');
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
      await both('annotation-keys');
      await keys('Escape');
      await keys('F1');
      await page.getByRole('region', { name: 'Guidelines' }).getByText('every').waitFor();
      await both('annotation-guidelines');
      await keys('F1');
    });

    it('suggests a list of terms, and tells how many were accepted', async () => {
      const { page } = window;
      await page.getByRole('link', { name: 'Fever' }).press('Enter');
      const panel = page.getByRole('region', { name: 'Suggestions' });
      await panel.getByText('You have not answered any suggestion yet.').waitFor();
      await panel.getByText('From a list of terms').press('Enter');
      await panel.getByRole('textbox', { name: 'Terms', exact: true }).fill('hoest;Sign');
      await panel.getByText('No type of the scheme in line 1').waitFor();
      await panel.getByRole('textbox', { name: 'Terms', exact: true }).fill('hoest; disease');
      await panel.getByRole('button', { name: 'Suggest 1 term' }).press('Enter');
      await panel.getByText('12 suggestions in 12 documents.').waitFor();
      await both('annotation-suggestions');
      await page.getByRole('link', { name: 'n5', exact: true }).press('Enter');
      await expect.poll(marks).toEqual(['DISEASE ?']);
      await keys('Alt+ArrowDown', 'Enter');
      await expect.poll(marks).toEqual(['DISEASE']);
      await page.getByRole('link', { name: 'Fever' }).press('Enter');
      await panel.getByText('you accepted 100%, changed 0% and rejected 0%').waitFor();
      await page.getByRole('link', { name: 'n0', exact: true }).press('Enter');
      await expect.poll(title).toBe('n0');
    });

    it('the queue tells what was done', async () => {
      const { page } = window;
      await page.getByRole('link', { name: 'Fever' }).press('Enter');
      await page.getByRole('row', { name: /n0.*Done/ }).waitFor();
      await page.getByRole('checkbox', { name: 'Flagged' }).press('Space');
      await page.getByText('1 document', { exact: true }).waitFor();
      expect(window.complaints).toEqual([]);
      expect(window.strayRequests).toEqual([]);
    });
  },
);
