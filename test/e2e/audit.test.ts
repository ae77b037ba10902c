import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { enterStudy, enteredPlan } from './enter-study.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

/** The audit log in the window: names, filter, head and file. */
const missing = listMissing();

describe.skipIf(missing.length > 0)(
  `the audit log${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let window: OpenedWindow;

    beforeAll(async () => {
      window = await openWindow();
      enterStudy(window.host, { plan: enteredPlan });
      await signIn(window.page, window.host.server.url);
      await window.page.getByRole('link', { name: 'Audit log' }).click();
    });
    afterEach((story) => {
      story.onTestFailed(() => window.photograph('broken-audit-story'));
    });
    afterAll(() => window.close());

    const rows = () => window.page.locator('tbody tr');
    const words = () => window.page.getByRole('searchbox');
    const head = () => window.page.getByRole('region', { name: 'Head of the log' });

    it('shows names beside ids, and the head hash whole', async () => {
      await window.page.getByText('entered: fine-tune/hiv-test/adapted/fold-3').first().waitFor();
      await head().getByText(window.host.workspace.audit.verify().headHash).waitFor();
      await window.photograph('audit-names', { width: 1440, height: 900 });
      await window.photograph('audit-names', { width: 1024, height: 768 });
    });

    it('the head hash is copied with one key', async () => {
      const { page } = window;
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await head().getByRole('button', { name: 'Copy' }).press('Enter');
      await head().getByText('Copied').waitFor();
      const { headHash } = window.host.workspace.audit.verify();
      await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe(headHash);
    });

    it('is filtered by words, action and day, with the keyboard alone', async () => {
      const { page } = window;
      await words().focus();
      await page.keyboard.type('adapted fold-3');
      await expect.poll(() => rows().count()).toBe(2);
      await words().fill('');
      await page.getByLabel('Action').selectOption('study.created');
      await expect.poll(() => rows().count()).toBe(1);
      await page.getByLabel('To', { exact: true }).fill('2001-01-01');
      await page.getByText('No entry fits').waitFor();
      await page.getByRole('button', { name: 'Clear the filter' }).press('Enter');
      await expect.poll(() => rows().count()).toBeGreaterThan(10);
    });

    it('leaves as a file with all hashes, and says in the log that it did', async () => {
      const { page } = window;
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'JSON' }).press('Enter');
      const file = await download;
      expect(file.suggestedFilename()).toBe('audit-log.json');
      const log = JSON.parse(readFileSync(await file.path(), 'utf8')) as {
        headHash: string;
        entries: { action: string }[];
      };
      expect(log.headHash).toBe(window.host.workspace.audit.verify().headHash);
      await head().getByText(log.headHash).waitFor();
      await rows().first().getByText('export.written').waitFor();
    });

    it('broke no rule of its own policy', () => {
      expect(window.complaints).toEqual([]);
    });
  },
);
