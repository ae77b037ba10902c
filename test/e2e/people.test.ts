import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { judgePage } from './judge-page.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

const missing = listMissing();
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
];

/** An owner adds a person, who signs in from a browser of their own. One story, told in order. */
describe.skipIf(missing.length > 0)(
  `people in the window${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let window: OpenedWindow;
    let page: Page;
    let other: BrowserContext;
    let ben: Page;

    beforeAll(async () => {
      window = await openWindow();
      ({ page } = window);
    });
    afterEach((story) => {
      story.onTestFailed(() => window.photograph('broken-people'));
    });
    afterAll(() => window.close());

    const look = async (of: Page, name: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await of.emulateMedia({ colorScheme });
        expect(await judgePage(of), `${name} ${colorScheme}`).toEqual([]);
        for (const size of sizes) {
          await of.setViewportSize(size);
          const file = `${name}-${colorScheme}-${size.width}x${size.height}`;
          await of.screenshot({ path: `test-results/window/${file}.png`, fullPage: true });
        }
      }
      await of.emulateMedia({ colorScheme: 'light' });
    };
    const word = 'lamp river stone window';

    it('with one passphrase names nobody, and lets its owner add a person', async () => {
      await signIn(page, window.host.server.url);
      await page.getByRole('link', { name: 'People' }).click();
      await page.getByRole('rowheader', { name: 'Whoever has the passphrase' }).waitFor();
      await expect.poll(() => page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
      const form = page.getByRole('region', { name: 'Add a person' });
      await form.getByLabel('Your own name').fill('Ana Ruiz');
      await form.getByLabel('Name', { exact: true }).fill('Ben Ito');
      await form.getByLabel('Role').selectOption({ label: 'Reader' });
      await form.getByText('Sees results').waitFor();
      await form.getByLabel('Their passphrase').fill(word);
      await form.getByLabel('The same again').fill(word);
      await look(page, 'people-first');
      await form.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('rowheader', { name: 'Ben Ito' }).waitFor();
      await page.getByRole('link', { name: 'Ana Ruiz Owner: your account' }).waitFor();
      await look(page, 'people');
    });

    it('signs that person in, in another browser, and shows them what they may see', async () => {
      other = await page.context().browser()!.newContext({ viewport: sizes[0] });
      ben = await other.newPage();
      ben.setDefaultTimeout(60_000);
      await ben.goto(window.host.server.newUrl());
      await ben.getByRole('heading', { name: 'Sign in to outpatients' }).waitFor();
      await look(ben, 'sign-in');
      // By keyboard alone: the name has the first place in the order.
      await ben.getByLabel('Name').focus();
      await ben.keyboard.type('ben ito');
      await ben.keyboard.press('Tab');
      await ben.keyboard.type('wrong');
      await ben.keyboard.press('Enter');
      await ben.getByRole('alert').getByText('person.unknown').waitFor();
      await ben.getByLabel('Passphrase').fill(word);
      await ben.keyboard.press('Enter');
      await ben.getByRole('link', { name: 'Ben Ito Reader: your account' }).waitFor();
      await expect.poll(() => ben.getByRole('link', { name: 'Audit log' }).count()).toBe(0);
      await expect.poll(() => ben.getByRole('link', { name: 'People' }).count()).toBe(0);
      await ben.getByRole('link', { name: 'Ben Ito Reader: your account' }).click();
      await ben.getByRole('heading', { name: 'Your account' }).waitFor();
      await look(ben, 'account');
    });

    it('lets them change their passphrase, with the present one', async () => {
      const panel = ben.getByRole('region', { name: 'Change the passphrase' });
      await panel.getByLabel('Present passphrase').fill(word);
      await panel.getByLabel('New passphrase').fill('another lamp');
      await panel.getByLabel('The same again').fill('another lamp');
      await panel.getByRole('button', { name: 'Change it' }).click();
      await panel.getByText('holds from now on').waitFor();
    });

    it('ends their session at once when an owner locks them', async () => {
      await page.getByRole('button', { name: 'Lock Ben Ito' }).click();
      await page.getByText('Locked').waitFor();
      await ben.getByRole('heading', { name: 'Sign in to outpatients' }).waitFor();
      await ben.getByLabel('Name').fill('Ben Ito');
      await ben.getByLabel('Passphrase').fill('another lamp');
      await ben.getByRole('button', { name: 'Sign in' }).click();
      await ben.getByRole('alert').getByText('person.locked').waitFor();
      await page.getByRole('button', { name: 'Unlock Ben Ito' }).click();
      await page.getByText('May sign in').nth(1).waitFor();
      await ben.getByLabel('Passphrase').fill('another lamp');
      await ben.getByRole('button', { name: 'Sign in' }).click();
      await ben.getByRole('link', { name: 'Ben Ito Reader: your account' }).waitFor();
    });

    it('makes a recovery key, shown once', async () => {
      await page.getByRole('button', { name: 'Make a recovery key' }).click();
      await page.getByText('Shown once').waitFor();
      await page.getByText(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/).waitFor();
      await page.getByRole('button', { name: 'I have written it down' }).click();
      await page.getByText('There is one, made on').waitFor();
    });

    it('shows in the audit log who did what, of one person where that is asked', async () => {
      await page.getByRole('link', { name: 'Audit log' }).click();
      await page.getByRole('columnheader', { name: 'Person' }).waitFor();
      await page
        .getByRole('combobox', { name: 'Person', exact: true })
        .selectOption({ label: 'Ben Ito' });
      await page.getByRole('rowheader', { name: 'person.passphrase-changed' }).waitFor();
      await expect
        .poll(() => page.getByRole('rowheader', { name: 'person.locked' }).count())
        .toBe(0);
      await look(page, 'audit-persons');
    });

    it('removes a person, saying what an old copy still opens; their session ends', async () => {
      await page.getByRole('link', { name: 'People' }).click();
      await page.getByRole('button', { name: 'Remove Ben Ito' }).click();
      const dialog = page.getByRole('dialog', { name: 'Remove “Ben Ito”?' });
      await dialog.getByText('An earlier copy of workspace.json').waitFor();
      await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
      await expect.poll(() => page.getByRole('rowheader', { name: 'Ben Ito' }).count()).toBe(0);
      await ben.getByRole('heading', { name: 'Sign in to outpatients' }).waitFor();
    });

    it('signs out, and in by another name', async () => {
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'Sign in to outpatients' }).waitFor();
      await page.getByLabel('Name').fill('Ana Ruiz');
      await page.getByLabel('Passphrase').fill('of this test');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('link', { name: 'Ana Ruiz Owner: your account' }).waitFor();
    });

    it('never left this machine', () => {
      expect(window.strayRequests).toEqual([]);
    });
  },
);
