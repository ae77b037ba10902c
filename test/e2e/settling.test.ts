import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { labelTwice, twiceText } from './label-twice.ts';
import { listMissing, openWindow, signIn as enter, type OpenedWindow } from './open-window.ts';

/** Two persons labelled without knowing of each other; a third settles, by keyboard alone. */
const missing = listMissing();
const word = 'lamp river stone window';

describe.skipIf(missing.length > 0)(
  `settling${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let window: OpenedWindow;
    let page: Page;
    let other: BrowserContext;
    const folder = mkdtempSync(join(tmpdir(), 'anamnesis-settling-'));

    beforeAll(async () => {
      window = await openWindow();
      ({ page } = window);
      const { workspace } = window.host;
      const file = join(folder, 'notes.csv');
      const notes = Array.from({ length: 12 }, (_, at) => `n${at};"${twiceText(at)}"`);
      writeFileSync(file, ['id;tekst', ...notes].join('\n'));
      const add = (name: string, role: 'reviewer' | 'reader') =>
        workspace.people.add({ name, role, passphrase: word, firstName: 'Ana Ruiz' });
      const ben = await add('Ben Ito', 'reviewer');
      await add('Cora Low', 'reader');
      const persons = [workspace.persons.first().id, ben.id] as const;
      await labelTwice(workspace, { name: 'Fever', file, persons, testCount: 3 });
      await enter(page, window.host.server.url);
      await signIn(page, 'Ana Ruiz', 'of this test');
    });
    afterEach((story) => {
      story.onTestFailed(() => window.photograph('broken-settling'));
    });
    afterAll(async () => {
      await window.close();
      rmSync(folder, { recursive: true });
    });

    const signIn = async (of: Page, name: string, passphrase: string) => {
      await of.getByRole('heading', { name: 'Sign in to outpatients' }).waitFor();
      await of.getByLabel('Name').fill(name);
      await of.getByLabel('Passphrase').fill(passphrase);
      await of.keyboard.press('Enter');
      await of.getByRole('link', { name: 'Annotation' }).press('Enter');
      await of.getByRole('link', { name: 'Fever' }).press('Enter');
      await of.getByRole('heading', { name: 'Fever' }).waitFor();
    };
    const signInElsewhere = async (name: string) => {
      other = await page.context().browser()!.newContext();
      const theirs = await other.newPage();
      theirs.setDefaultTimeout(60_000);
      await theirs.goto(window.host.server.newUrl());
      await signIn(theirs, name, word);
      return theirs;
    };
    const both = async (name: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await window.photograph(`${name}-${colorScheme}`, { width: 1440, height: 900 });
        await window.photograph(`${name}-${colorScheme}`, { width: 1024, height: 768 });
      }
    };
    const part = (name: string) =>
      page.getByRole('navigation', { name: 'Parts of Fever' }).getByRole('link', { name });
    const current = () => page.locator('[data-conflict]');
    const saved = () => page.locator('[data-saved="true"]').waitFor();
    const decided = () => page.getByRole('progressbar').getAttribute('aria-valuenow');
    const press = async (...keys: string[]) => {
      for (const key of keys) {
        await saved();
        await page.keyboard.press(key);
      }
      await saved();
    };

    it('agreement leads with F1 of marks, and says of each figure what it rests on', async () => {
      await part('Agreement').press('Enter');
      const lead = page.getByRole('listitem').filter({ hasText: 'F1 of marks, exact' });
      // Six notes of twelve are equal, with two marks each; of the rest no mark is: 24 of 42.
      await lead.getByText('0.571').waitFor();
      await lead.getByText('on 12 documents').waitFor();
      const pairs = page.getByRole('table', { name: 'Two persons each' });
      await pairs.getByRole('rowheader', { name: /Ana Ruiz.*Ben Ito|Ben Ito.*Ana Ruiz/ }).waitFor();
      const marks = page.getByRole('table', { name: 'Marks' });
      // Half of the drugs have two marks, half one: 12 of 18, all in the same places.
      await marks.getByRole('row', { name: /DRUG 0.667/ }).waitFor();
      await both('agreement');
    });

    it('one key settles each difference, and no name is told', async () => {
      await part('Differences').press('Enter');
      await page.getByRole('row', { name: /n1 0 0 No difference/ }).waitFor();
      await both('differences');
      await page.getByRole('link', { name: 'Settle the next' }).press('Enter');
      await current().getByRole('heading', { name: 'Class' }).waitFor();
      await page.getByText('Difference 1 of 3').first().waitFor();
      await both('settle');
      await press('ArrowLeft');
      await current().getByRole('heading', { name: 'Begin or end' }).waitFor();
      await both('settle-marks');
      await expect.poll(() => page.locator('main').innerText()).not.toMatch(/Ana|Ben/);
      await press('b');
      await current().getByRole('heading', { name: 'Marked by one only' }).waitFor();
      await press('n');
      await page.getByText('All differences of this document are settled.').waitFor();
      await expect.poll(decided).toBe('100');
    });

    it('undo takes back a decision, and what was decided is there after a reload', async () => {
      await press('Control+z');
      await current().getByRole('heading', { name: 'Marked by one only' }).waitFor();
      await expect.poll(decided).toBe('66.7');
      await press('Control+y');
      await expect.poll(decided).toBe('100');
      await page.reload();
      await page.getByText('All differences of this document are settled.').waitFor();
      // What was decided before this page is never undone by it: it could be a label.
      await expect.poll(() => page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
    });

    it('goes on to the next document, which a mark on one side makes no contradiction', async () => {
      await press('Control+Enter');
      await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('n2');
      await current().getByRole('heading', { name: 'Begin or end' }).waitFor();
      await press('ArrowRight');
      // Both is no answer to whether it is there.
      await press('b');
      await expect.poll(() => current().getByRole('button', { name: 'Keep both' }).count()).toBe(0);
      await press('n');
      await page.getByText('All differences of this document are settled.').waitFor();
    });

    it('freezes what was settled, which can then be exported', async () => {
      await page.getByRole('link', { name: 'Fever' }).press('Enter');
      await page.getByRole('button', { name: 'Freeze…' }).press('Enter');
      const dialog = page.getByRole('dialog', { name: /Freeze labels of/ });
      await dialog.getByLabel('Name of the set').fill('fever-gold');
      await both('freeze');
      await page.keyboard.press('Enter');
      await dialog.getByText(/fever-gold.*version 1, has 8 documents/).waitFor();
      await dialog.getByText('4 documents have differences that are not settled').waitFor();
      await both('frozen');
      await dialog.getByRole('link', { name: 'See and export it' }).press('Enter');
      await page.getByRole('heading', { name: 'fever-gold' }).waitFor();
      await page.getByRole('button', { name: 'Export' }).waitFor();
    });

    it('gives the documents of a new project to whoever is chosen', async () => {
      await page.getByRole('link', { name: 'Annotation' }).press('Enter');
      await page.getByRole('link', { name: 'New project' }).press('Enter');
      const who = page.getByRole('region', { name: 'Who labels' });
      await who.getByRole('checkbox', { name: /Ben Ito/ }).waitFor();
      // A reader may not label.
      await expect.poll(() => who.getByRole('checkbox').count()).toBe(2);
      await expect
        .poll(() => who.getByRole('checkbox', { name: /Ana Ruiz/ }).isChecked())
        .toBe(true);
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Cough');
      await page.getByLabel('Collection or set').selectOption({ label: 'Fever (12)' });
      await page.getByRole('group', { name: 'Types' }).getByRole('button').press('Enter');
      await page.keyboard.type('SIGN');
      await page.getByLabel('Labelled by two persons (%)').fill('50');
      await who.getByText('choose two or more').waitFor();
      await who.getByRole('checkbox', { name: /Ben Ito/ }).press('Space');
      await who.getByLabel('Documents of Ben Ito, at most').fill('9');
      await both('who-labels');
      await page.getByRole('button', { name: 'Create the project' }).press('Enter');
      const persons = page.getByRole('region', { name: 'Persons' });
      await persons.getByText('Ben Ito').waitFor();
      await persons.getByText('0 of 9').first().waitFor();
      await page.getByText('0 of 6').waitFor();
    });

    it('shows each person what became of theirs', async () => {
      const ben = await signInElsewhere('Ben Ito');
      await expect.poll(() => ben.getByRole('button', { name: 'Freeze…' }).count()).toBe(0);
      await ben.getByRole('link', { name: 'What became of mine' }).press('Enter');
      const rows = ben.getByRole('table', { name: 'What became of mine' });
      const drug = rows.getByRole('row', { name: /nothing paracetamol.*neither/ });
      await drug.first().waitFor();
      await expect
        .poll(() => rows.getByRole('row', { name: /koorts.*acute koorts.*both/ }).count())
        .toBe(1);
      await ben.screenshot({ path: 'test-results/window/corrections-1280x720.png' });
      await other.close();
    });

    it('shows a reader how far persons agree, and nothing that they may not', async () => {
      const cora = await signInElsewhere('Cora Low');
      await cora.getByRole('link', { name: 'Agreement' }).waitFor();
      for (const name of ['Differences', 'What became of mine']) {
        await expect.poll(() => cora.getByRole('link', { name }).count()).toBe(0);
      }
      for (const name of ['Freeze…', 'Begin', 'Edit']) {
        await expect.poll(() => cora.getByRole('button', { name }).count()).toBe(0);
      }
      await cora.screenshot({ path: 'test-results/window/project-reader-1280x720.png' });
      await other.close();
      expect(window.complaints).toEqual([]);
      expect(window.strayRequests).toEqual([]);
    });
  },
);
