import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkspace } from '#core/storage/workspace.ts';
import { findChromium } from './find-chromium.ts';
import { listMissing } from './open-window.ts';

const entry = fileURLToPath(new URL('../../main/hosts/cli/main.ts', import.meta.url));
const missing = listMissing();
/** What the window may take to say that nobody answers. */
const withinMs = 5_000;

/** `anamnesis serve` as a process of its own, that can be frozen and killed. */
describe.skipIf(missing.length > 0)(
  `a host that is gone or frozen${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let folder: string;
    let host: ChildProcess;
    let browser: Browser;
    let page: Page;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'anamnesis-connection-'));
      const workspace = join(folder, 'outpatients');
      const passphrase = 'of this test';
      createWorkspace(workspace, { passphrase, scrypt: { N: 2 ** 10, r: 8, p: 1 } }).close();
      const passphraseFile = join(folder, 'passphrase');
      writeFileSync(passphraseFile, passphrase, { mode: 0o600 });
      const argv = ['serve', '-w', workspace, '--passphrase-file', passphraseFile, '--json'];
      host = spawn(process.execPath, [entry, ...argv], { stdio: ['ignore', 'pipe', 'inherit'] });
      const url = await new Promise<string>((resolve) => {
        host.stdout?.once('data', (data: Buffer) => {
          resolve((JSON.parse(data.toString()) as { url: string }).url);
        });
      });
      browser = await chromium.launch(findChromium() ?? {});
      page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(url);
      await page.getByText('No study yet').waitFor();
    }, 120_000);
    afterAll(async () => {
      host.kill('SIGKILL');
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const note = (text: string) => page.getByRole('alert').getByText(text);
    const photograph = async (name: string) => {
      mkdirSync('test-results/window', { recursive: true });
      await page.screenshot({ path: `test-results/window/${name}-1440x900.png` });
    };

    it('is said to be silent while it is frozen, and no longer once it goes on', async () => {
      await page.getByText('This machine only').waitFor();
      // Longer than a silence that is told of: one that beats is not called silent.
      await page.waitForTimeout(withinMs);
      await expect.poll(() => page.getByText('This machine only').count()).toBe(1);
      host.kill('SIGSTOP');
      await note('The program does not answer').waitFor({ timeout: withinMs });
      await page.getByText('No answer', { exact: true }).waitFor();
      await photograph('host-frozen');
      host.kill('SIGCONT');
      await note('The program does not answer').waitFor({ state: 'hidden', timeout: withinMs });
      await page.getByText('This machine only').waitFor();
    });

    it('comes back after a silence so long that the connection was given up', async () => {
      host.kill('SIGSTOP');
      await note('The program does not answer').waitFor({ timeout: withinMs });
      await page.waitForTimeout(16_000);
      await expect.poll(() => note('The program does not answer').count()).toBe(1);
      host.kill('SIGCONT');
      await page.getByText('This machine only').waitFor({ timeout: withinMs });
    });

    it('is said to be gone when it ended', async () => {
      host.kill('SIGKILL');
      await note('The program cannot be reached').waitFor({ timeout: withinMs });
      await photograph('host-gone');
      await page.setViewportSize({ width: 1024, height: 700 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.screenshot({ path: 'test-results/window/host-gone-dark-1024x700.png' });
    });
  },
);
