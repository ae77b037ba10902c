import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { registerStudy } from '#core/study/execution/register-study.ts';
import type { StudyHost } from './open-study-host.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';
import { smallPlan } from './small-plan.ts';

const missing = listMissing();
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
];

/** Workspaces and studies come and go in the window. One story, whose tests build on each other. */
describe.skipIf(missing.length > 0)(
  `workspaces in the window${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let window: OpenedWindow;
    let host: StudyHost;
    let page: Page;

    beforeAll(async () => {
      window = await openWindow();
      ({ host, page } = window);
    });
    afterEach((story) => {
      story.onTestFailed(() => window.photograph('broken-workspaces'));
    });
    afterAll(() => window.close());

    const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
    const panel = (name: string) => page.getByRole('region', { name });
    const photograph = async (name: string) => {
      for (const size of sizes) {
        await window.photograph(name, size);
        await page.emulateMedia({ colorScheme: 'dark' });
        await window.photograph(`${name}-dark`, size);
        await page.emulateMedia({ colorScheme: 'light' });
      }
    };
    const passphrase = 'lamp river stone window';

    it('removes a study that never ran, and shows first what would go', async () => {
      const text = JSON.stringify({ ...smallPlan, name: 'never-ran' });
      registerStudy(host.workspace, { text, fileName: 'plan', folder: '/nowhere' });
      await signIn(page, host.server.url);
      await page.getByRole('rowheader', { name: 'never-ran' }).waitFor();
      await button('Remove never-ran…').click();
      const dialog = page.getByRole('dialog', { name: 'Remove “never-ran”?' });
      await dialog.getByText('0 steps with their results').waitFor();
      await photograph('study-removal');
      await dialog.getByRole('button', { name: 'Remove the study' }).click();
      await page.getByText('No study yet').waitFor();
      expect(host.workspace.studies.list()).toEqual([]);
    });

    it('makes a workspace, with a word on its passphrase, and is then in it', async () => {
      await page.getByRole('link', { name: 'Workspace outpatients: switch or lock' }).click();
      await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
      const form = panel('Make a new one');
      await form.getByLabel('New or empty folder').fill('../inpatients');
      await form.getByLabel('New passphrase').fill('lamp');
      await form.getByText('Weak: several words').waitFor();
      await form.getByLabel('New passphrase').fill(passphrase);
      await form.getByText('Fair: one or two words more').waitFor();
      await form.getByLabel('The same again').fill('lamp rover');
      await form.getByText('Not the same as above').waitFor();
      await expect.poll(() => button('Make the workspace').isDisabled()).toBe(true);
      await photograph('workspaces');
      await form.getByLabel('The same again').fill(passphrase);
      await button('Make the workspace').click();
      await page.getByRole('link', { name: 'Workspace inpatients: switch or lock' }).waitFor();
      expect(existsSync(join(host.planFolder, '../inpatients/workspace.json'))).toBe(true);
    });

    it('opens another, whose passphrase must be right; both tabs follow', async () => {
      const second = await page.context().newPage();
      await second.goto(new URL(host.server.url).origin);
      await second.getByRole('link', { name: /^Workspace inpatients/ }).waitFor();
      await page.getByRole('link', { name: /^Workspace inpatients/ }).click();
      const form = panel('Open another');
      await form.getByLabel('Folder of the workspace').fill('../outpatients');
      await form.getByLabel('Passphrase').fill('wrong');
      await form.getByRole('button', { name: 'Open' }).click();
      await page.getByRole('alert').getByText('workspace.wrong-key').waitFor();
      await form.getByLabel('Passphrase').fill('of this test');
      await form.getByRole('button', { name: 'Open' }).click();
      await page.getByRole('link', { name: /^Workspace outpatients/ }).waitFor();
      await second.getByRole('link', { name: /^Workspace outpatients/ }).waitFor();
      await second.close();
    });

    it('locks, shows nothing of it any more, and opens a recent one with its passphrase', async () => {
      await page.getByRole('link', { name: /^Workspace outpatients/ }).click();
      await button('Lock').click();
      await page.getByRole('heading', { name: 'Choose a workspace' }).waitFor();
      await expect.poll(() => page.getByText('Audit log').count()).toBe(0);
      await photograph('start');
      await button('Open inpatients').click();
      await panel('Opened before').getByLabel('Passphrase').fill(passphrase);
      await panel('Opened before').getByRole('button', { name: 'Open', exact: true }).click();
      await page.getByRole('link', { name: /^Workspace inpatients/ }).waitFor();
      await page.getByText('No study yet').waitFor();
    });

    it('never left this machine, and broke no rule of its own policy', () => {
      expect(window.strayRequests).toEqual([]);
      expect(window.complaints).toEqual([]);
    });
  },
);
