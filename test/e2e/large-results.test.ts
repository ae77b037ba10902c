import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enteredPlan, enterStudy } from './enter-study.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

/** The results of a study of ten models on ten folds open at once. */
const missing = listMissing();
const modelCount = 10;

describe.skipIf(missing.length > 0)(
  `results of many models${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let opened: OpenedWindow;
    let studyId: string;
    beforeAll(async () => {
      opened = await openWindow();
      const { models, tasks } = enteredPlan;
      const names = Array.from({ length: modelCount }, (_, index) => `model-${index}`);
      studyId = enterStudy(opened.host, {
        plan: {
          ...enteredPlan,
          models: Object.fromEntries(names.map((name) => [name, models.general])),
          tasks: {
            'hiv-test': { ...tasks['hiv-test'], folds: 10 },
            again: { ...tasks['hiv-test'], folds: 10 },
          },
          comparisons: names.slice(1).map((model) => ({ model, against: names[0] })),
        },
      });
      await signIn(opened.page, opened.host.server.url);
      await opened.page.getByRole('heading', { level: 1 }).waitFor();
    });
    afterAll(() => opened.close());

    /** Milliseconds of scripting while something is opened, as the browser counts them. */
    async function measure(work: () => Promise<unknown>): Promise<number> {
      const { page } = opened;
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      const read = async () => {
        const { metrics } = await session.send('Performance.getMetrics');
        return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0);
      };
      const before = await read();
      await work();
      const took = (await read()) - before;
      await session.detach();
      return took;
    }

    it('open within 300 ms of scripting, and so do the curves of a task', async () => {
      const { page, host, photograph } = opened;
      const { origin } = new URL(host.server.url);
      await page.goto(`${origin}/#/studies/${studyId}/progress`);
      await page.getByRole('heading', { level: 1, name: 'entered' }).waitFor();
      const results = await measure(async () => {
        await page.getByRole('link', { name: 'Results', exact: true }).click();
        await expect.poll(() => page.locator('[data-place]').count()).toBe(2 * modelCount * 10);
      });
      await photograph('large-results', { width: 1440, height: 1300 });
      const curves = await measure(async () => {
        await page.getByRole('link', { name: 'Curves' }).first().click();
        await expect.poll(() => page.getByRole('figure').count()).toBe(4);
      });
      await photograph('large-curves', { width: 1440, height: 1300 });
      expect(
        { results: results <= 300, curves: curves <= 300 },
        `${results}, ${curves} ms`,
      ).toEqual({
        results: true,
        curves: true,
      });
    });
  },
);
