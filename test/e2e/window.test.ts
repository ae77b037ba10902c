import { readFileSync } from 'node:fs';
import type { Page, ViewportSize } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { StudyHost } from './open-study-host.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';
import { showPlanText } from './write-plan.ts';

/**
 * The main job in the real window: a browser, the loopback host, the real api, an encrypted
 * workspace, and a trainer process that trains. The tests follow one story and build on each other.
 */
const missing = listMissing();

describe.skipIf(missing.length > 0)(
  `the window${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let window: OpenedWindow;
    let host: StudyHost;
    let page: Page;

    beforeAll(async () => {
      window = await openWindow();
      ({ host, page } = window);
    });
    afterEach((story) => {
      story.onTestFailed(() => photograph('broken-story'));
    });
    afterAll(() => window.close());

    const photograph = (name: string, size?: ViewportSize) => window.photograph(name, size);
    const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
    const tab = (name: string) =>
      page.getByRole('navigation', { name: 'Study' }).getByRole('link', { name });

    it('opens with its one-time address, forgets the token, and says what to do next', async () => {
      await signIn(page, host.server.url);
      await page.getByText('No study yet').waitFor();
      expect(page.url()).not.toContain(new URL(host.server.url).hash.slice(1));
      await photograph('empty');
    });

    it('stays signed in after a reload and in a second tab; another browser is not', async () => {
      await page.reload();
      await page.getByText('No study yet').waitFor();
      const tab = await page.context().newPage();
      for (const address of [new URL(host.server.url).origin, host.server.url]) {
        await tab.goto(address);
        await tab.getByText('No study yet').waitFor();
      }
      await tab.close();
      const others = await page.context().browser()?.newContext();
      const stranger = await others?.newPage();
      await stranger?.goto(host.server.url);
      await stranger?.getByText('This window is not signed in').waitFor();
      await stranger?.getByText('server.address-used').waitFor();
      await others?.close();
    });

    it(
      'measures the engines by itself, and again when asked to',
      { timeout: 600_000 },
      async () => {
        await page.getByRole('link', { name: 'Engines' }).click();
        const badge = page.getByText('chosen', { exact: true });
        const chosen = page.getByRole('row').filter({ has: badge });
        await chosen.waitFor({ timeout: 280_000 });
        await expect.poll(() => chosen.count()).toBe(1);
        await expect.poll(() => chosen.innerText()).toMatch(/Found\s+[\d.,]+\s+[\d,]+/);
        await page.getByText(/^Measured .* with training steps/).waitFor();
        await photograph('engines');
        // The study that is started below ends this measurement.
        await button('Measure again').click();
        await page.getByText(/^Measuring \S+: a few training steps/).waitFor();
        await photograph('engines-measuring');
        await page.getByRole('link', { name: 'Studies', exact: true }).click();
      },
    );

    it('shows where a plan is wrong, and starts it when it is right', async () => {
      await page.getByRole('link', { name: 'Write a plan' }).click();
      await button('Fill in the example').click();
      const plan = await showPlanText(page);
      await expect.poll(() => plan.inputValue()).toContain('window-test');
      const right = await plan.inputValue();
      await plan.fill(right.replace('"epochs"', '"epoch"'));
      await button('Start').click();
      await page.getByRole('alert').getByText('plan.invalid').waitFor();
      await photograph('plan-refused');
      await plan.fill(right.replace('nl-hiv-test', 'no-such-file').replace('window', 'broken'));
      await button('Check').click();
      await page.getByText('1 thing would end the study').waitFor();
      await page.getByRole('alert').getByText('file.missing').waitFor();
      await page.getByText('With 5 folds the smallest two-sided p').waitFor();
      await photograph('plan-check-fault');
      await photograph('plan-check-fault', { width: 1440, height: 900 });
      await button('Start').click();
      const dialog = page.getByRole('dialog', { name: 'Start it all the same?' });
      await dialog.getByRole('button', { name: 'Start it all the same' }).click();
      await page.getByRole('heading', { name: 'broken-test' }).waitFor();
      await page.getByRole('alert').getByText('file.missing').waitFor();
      await photograph('study-failed');
      await page.getByRole('link', { name: 'New study' }).click();
      await button('Fill in the example').click();
      await showPlanText(page);
      await expect.poll(() => plan.inputValue()).toBe(right);
      await button('Check').click();
      await page.getByText('17 steps: 1 vocabulary, 2 pre-trainings, 14 fine-tunings').waitFor();
      await page.getByText('Nothing was found that would end the study').waitFor();
      await photograph('plan-checked', { width: 1440, height: 1300 });
      await photograph('plan-checked', { width: 1024, height: 1300 });
      await page.setViewportSize({ width: 1280, height: 800 });
      await button('Start').click();
      await page.getByRole('heading', { name: 'window-test' }).waitFor();
    });

    it('shows progress while the study runs', async () => {
      await page.getByText('Running').first().waitFor();
      const step = page.locator('[data-step]');
      const read = async () => Number(await step.getAttribute('data-step').catch(() => 0));
      const first = await read();
      await expect.poll(read, { timeout: 60_000 }).not.toBe(first);
      await page.getByRole('img', { name: /^Loss from/ }).waitFor({ timeout: 60_000 });
      await photograph('progress');
    });

    it('stops when that is confirmed, and goes on when asked to', async () => {
      await button('Stop').click();
      const dialog = page.getByRole('dialog', { name: 'Stop this study?' });
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await button('Stop').click();
      await photograph('stop');
      await dialog.getByRole('button', { name: 'Stop the study' }).click();
      await button('Resume').waitFor({ timeout: 60_000 });
      await photograph('stopped');
      await button('Resume').click();
      await button('Stop').waitFor({ timeout: 60_000 });
    });

    it('finishes and gives the results with a verdict in words', { timeout: 300_000 }, async () => {
      await page.getByText('17 of 17 steps finished').waitFor({ timeout: 280_000 });
      await photograph('finished');
      await tab('Results').click();
      await page.getByRole('columnheader', { name: 'MCC' }).waitFor();
      await expect
        .poll(() => page.getByRole('columnheader', { name: 'Smallest p' }).count())
        .toBe(2);
      await photograph('results');
      await photograph('results', { width: 1600, height: 1000 });
      await page
        .getByText(/with 5 folds the smallest two-sided p|the same in every fold/)
        .first()
        .waitFor();
    });

    it('leads from a point in the plot to the run it comes from', async () => {
      await page
        .getByRole('link', { name: /^adapted, fold 2: MCC/ })
        .first()
        .click();
      await button(/^adapted, fold 2: finished$/)
        .first()
        .waitFor();
      await page.getByText('hiv-test, fold 2').waitFor();
    });

    it('shows corpora, lineage, plan and the report without its scripts', async () => {
      await tab('Corpora').click();
      await page.getByRole('rowheader', { name: 'clinical' }).waitFor();
      await photograph('corpora');
      await tab('Models').click();
      await page.getByText('Further pre-training').waitFor();
      await photograph('models');
      await tab('Plan').click();
      await page.getByText('"window-test"').waitFor();
      await tab('Report').click();
      const report = page.frameLocator('iframe');
      await report.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('iframe[sandbox="allow-same-origin"]').waitFor();
      const download = page.waitForEvent('download');
      await button('Download').click();
      expect((await download).suggestedFilename()).toBe('window-test-report.html');
      const table = page.waitForEvent('download');
      await button('CSV').click();
      expect((await table).suggestedFilename()).toBe('window-test-results.csv');
      await photograph('report');
    });

    it('saves the report as a document, in a language of its own', async () => {
      await tab('Report').click();
      await page.getByLabel('Report language', { exact: true }).selectOption('ro');
      const preview = page.frameLocator('iframe');
      await preview.getByText('Raportul studiului').waitFor();
      await page.getByLabel('With the checklist TRIPOD+AI').check();
      await preview.getByText('Listă de verificare (TRIPOD+AI)').waitFor();
      await page.getByLabel('With the methods in sentences').check();
      await preview.getByRole('heading', { name: 'Metode', exact: true }).waitFor();
      for (const [format, name, begin] of [
        ['PDF', 'window-test-report.pdf', '%PDF-1.7'],
        ['Word (DOCX)', 'window-test-report.docx', 'PK'],
      ] as const) {
        await page.getByLabel('Format', { exact: true }).selectOption(format);
        const download = page.waitForEvent('download');
        await button('Save report').click();
        const saved = await download;
        expect(saved.suggestedFilename()).toBe(name);
        expect(
          readFileSync(await saved.path())
            .toString('latin1')
            .startsWith(begin),
        ).toBe(true);
      }
      await photograph('report-choice');
    });

    it('asks before a changed plan costs results, and keeps what was written', async () => {
      const change = () => page.getByRole('link', { name: 'Change…' });
      await tab('Plan').click();
      await change().click();
      const plan = page.getByRole('textbox', { name: 'Plan' });
      await expect.poll(() => plan.inputValue()).toContain('"seed": 7');
      const changed = (await plan.inputValue()).replace('"seed": 7', '"seed": 8');
      await plan.fill(changed);
      await page.getByRole('link', { name: 'Engines' }).click();
      await page.getByRole('link', { name: 'window-test' }).click();
      await tab('Plan').click();
      await change().click();
      await expect.poll(() => plan.inputValue()).toBe(changed);
      await button('Start').click();
      const dialog = page.getByRole('dialog', { name: 'Replace the plan of “window-test”?' });
      await dialog.getByText('16 finished steps lose their results').waitFor();
      await photograph('plan-replaced');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      expect(host.workspace.studies.findByName('window-test')).toMatchObject({ state: 'finished' });
    });

    it('tells a fault of its own on the page where it is, and is whole elsewhere', async () => {
      const spoiled = await page.context().newPage();
      await spoiled.route('**/studies.changes', async (route) => {
        const response = await route.fetch();
        const reply = (await response.json()) as { value: { whole: { corpora?: unknown } | null } };
        delete reply.value.whole?.corpora;
        await route.fulfill({ response, json: reply });
      });
      await spoiled.goto(host.server.newUrl());
      await spoiled.getByRole('row').getByRole('link', { name: 'window-test' }).click();
      await spoiled.getByRole('heading', { name: 'window-test' }).waitFor();
      await spoiled.getByRole('link', { name: 'Corpora' }).click();
      await spoiled.getByRole('alert').getByText('window.fault').waitFor();
      await spoiled.getByRole('link', { name: 'Engines' }).click();
      await spoiled.getByRole('heading', { name: 'Engines', level: 1 }).waitFor();
      await spoiled.close();
    });

    it('shows the audit log and that its chain is whole', async () => {
      await page.getByRole('link', { name: 'Audit log' }).click();
      await button('Verify').click();
      await page.getByText(/The chain is whole/).waitFor();
      await photograph('audit');
    });

    it('can be used with the keyboard alone', async () => {
      await page.getByRole('link', { name: 'Studies', exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Studies', level: 1 }).waitFor();
      await page.getByRole('link', { name: 'window-test' }).last().focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'window-test' }).waitFor();
      await button('general, fold 1: finished').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.getByText('Fine-tuning of adapted').waitFor();
      await page.getByText('hiv-test, fold 2').waitFor();
    });

    it('is dark when the system is, and calm when the system asks for that', async () => {
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await tab('Results').click();
      const ground = 'getComputedStyle(document.body).backgroundColor';
      await expect.poll(() => page.evaluate(ground)).toBe('rgb(18, 20, 22)');
      await photograph('results-dark');
      await page.emulateMedia({ colorScheme: 'light' });
    });

    it('never left this machine, and broke no rule of its own policy', () => {
      expect(window.strayRequests).toEqual([]);
      // The stranger's sign-in is refused on purpose; the browser reports the status.
      expect(window.complaints.filter((text) => !text.includes('status of 401'))).toEqual([]);
    });
  },
);
