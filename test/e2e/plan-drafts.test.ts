import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { enterStudy, enteredPlan } from './enter-study.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';
import { showPlanText } from './write-plan.ts';

/** Plans that are written: each study has its own, a reload keeps them, a change names its cost. */
const missing = listMissing();

describe.skipIf(missing.length > 0)(
  `plans that are written${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let window: OpenedWindow;

    beforeAll(async () => {
      window = await openWindow();
      enterStudy(window.host, { plan: enteredPlan });
      const { models, ...others } = enteredPlan;
      const hasFailed = (key: string) => key.endsWith('fold-2') || key.endsWith('fold-3');
      enterStudy(window.host, { plan: { ...others, models, name: 'with-warnings' }, hasFailed });
    });
    afterEach((story) => {
      story.onTestFailed(() => window.photograph('broken-plan-drafts-story'));
    });
    afterAll(() => window.close());

    const plan = () => window.page.getByRole('textbox', { name: 'Plan' });
    const written = () => plan().inputValue();
    const button = (name: string) => window.page.getByRole('button', { name, exact: true });
    const dialog = () =>
      window.page.getByRole('dialog', { name: 'Replace the plan of “entered”?' });
    const planOf = async (name: string) => {
      const { page } = window;
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
      await page.getByRole('heading', { name }).waitFor();
      await page.getByRole('link', { name: 'Plan', exact: true }).click();
    };
    /** Types, and waits until the program keeps it. */
    const write = async (text: string) => {
      const isKept = window.page.waitForResponse('**/studies.keepPlanDraft');
      await plan().fill(text);
      await isKept;
    };

    it('a change of one study is its own: a new study begins empty', async () => {
      const { page } = window;
      await signIn(page, window.host.server.url);
      await planOf('entered');
      await page.getByRole('link', { name: 'Change…' }).press('Enter');
      await page.getByRole('heading', { name: 'Change the plan of entered' }).waitFor();
      await expect.poll(written).toContain('"name": "entered"');
      await write((await written()).replace('"seed": 42', '"seed": 43'));
      await page.getByRole('link', { name: 'New study' }).first().click();
      await showPlanText(page);
      await expect.poll(written).toContain('"name": "new-study"');
      await planOf('with-warnings');
      await page.getByRole('link', { name: 'Change…' }).click();
      await expect.poll(written).toContain('"name": "with-warnings"');
      await expect.poll(() => button('Begin anew…').count()).toBe(0);
    });

    it('a reload keeps what was written, for each of them', async () => {
      const { page } = window;
      await page.getByRole('link', { name: 'New study' }).first().click();
      await showPlanText(page);
      await expect.poll(written).toContain('new-study');
      await write('{ "name": "half-writ');
      await page.reload();
      await showPlanText(page);
      await expect.poll(written).toBe('{ "name": "half-writ');
      await planOf('entered');
      await page.getByRole('link', { name: 'Change…' }).click();
      await expect.poll(written).toContain('"seed": 43');
      await page.reload();
      await expect.poll(written).toContain('"seed": 43');
      const kept = await page.evaluate('JSON.stringify([{...sessionStorage}, {...localStorage}])');
      expect(kept).not.toContain('seed');
    });

    it('the dialog names the results that would go, and those that stay', async () => {
      const { page } = window;
      await button('Start').click();
      await dialog().getByText('Pre-training general').waitFor();
      await dialog().getByText('hiv-test, adapted: folds 1, 2, 3').waitFor();
      await dialog().getByText('1 other finished step keeps its results').waitFor();
      await window.photograph('plan-cost', { width: 1440, height: 900 });
      await page.keyboard.press('Escape');
      await dialog().waitFor({ state: 'hidden' });
    });

    it('a change that touches no result costs none, and says so', async () => {
      const changed = (await written()).replace('"seed": 43', '"seed": 42');
      await write(changed.replace('"name": "entered"', '"name": "entered", "description": "x"'));
      await button('Start').click();
      await dialog().getByText('The change touches none of its 8 finished steps').waitFor();
      await window.page.keyboard.press('Escape');
    });

    it('what was written is discarded only when that is confirmed', async () => {
      await button('Begin anew…').click();
      await button('Cancel').click();
      expect(await written()).toContain('description');
      await button('Begin anew…').click();
      await button('Discard what I wrote').click();
      await expect.poll(written).not.toContain('description');
      await window.page.reload();
      await expect.poll(written).toContain('"name": "entered"');
      expect(await written()).not.toContain('description');
    });

    it('more than three warnings are a line with their kinds, which opens by keyboard', async () => {
      const { page } = window;
      await planOf('with-warnings');
      await page.getByRole('link', { name: 'Results', exact: true }).click();
      const summary = page.getByText(/^\d+ warnings: failed steps \(4\)/);
      await summary.waitFor();
      const list = page.getByRole('list', { name: 'Warnings' });
      await expect.poll(() => list.count()).toBe(0);
      await window.photograph('warnings-folded', { width: 1024, height: 768 });
      await summary.focus();
      await page.keyboard.press('Enter');
      await list.getByText('fine-tune/hiv-test/adapted/fold-3').waitFor();
      await window.photograph('warnings-open', { width: 1024, height: 768 });
    });

    it('broke no rule of its own policy', () => {
      expect(window.complaints).toEqual([]);
      expect(window.strayRequests).toEqual([]);
    });
  },
);
