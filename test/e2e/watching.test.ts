import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { threeMonths } from '../screening/hospital.ts';
import { judgePage } from './judge-page.ts';
import { listOverflow } from './list-overflow.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

/** Three months of a hospital, of which the third is another: the alarm comes then, and not before. */
const missing = listMissing();

describe.skipIf(missing.length > 0)(
  `watching (needs ${missing.join(', ') || 'nothing more'})`,
  () => {
    let window: OpenedWindow;
    beforeAll(async () => {
      const clock = { nowMs: 1_000_000 };
      window = await openWindow('out/renderer', { nowMs: () => clock.nowMs });
      await threeMonths({ workspace: window.host.workspace, clock });
      await signIn(window.page, window.host.server.url);
    });
    afterEach((story) => {
      story.onTestFailed(() => window.photograph('broken-watching'));
    });
    afterAll(() => window.close());

    it('judges the months that have passed, by keyboard, and says what changed and what to do', async () => {
      const { page } = window;
      await page.getByRole('link', { name: 'Screening', exact: true }).press('Enter');
      await page.getByRole('link', { name: 'tests' }).press('Enter');
      await page.getByRole('link', { name: 'Watching', exact: true }).press('Enter');
      await page.getByText('No month has been judged yet').waitFor();
      await page
        .getByRole('button', { name: /^Judge 2026-09, 2026-10,? and 2026-11$/ })
        .press('Enter');
      const results = page.getByRole('table', { name: 'Months' }).locator('tbody td:last-child');
      await expect
        .poll(() => results.allInnerTexts())
        .toEqual(['later months are compared with it', 'no alarm', 'alarm']);
      const alarm = page.getByRole('region', { name: 'Alarm in 2026-11' });
      await alarm.getByText(/^Words that the model never met: /).waitFor();
      await alarm
        .getByText(/release it anew/)
        .first()
        .waitFor();
      await expect.poll(() => page.getByRole('region', { name: /^Alarm in/ }).count()).toBe(1);
    });

    it('shows the shares as a picture and in numbers, and what was missed', async () => {
      const { page } = window;
      await page
        .getByRole('img', { name: 'Shares in 3 months, 1 of them with an alarm' })
        .waitFor();
      const sample = page.getByRole('region', { name: 'What was missed' });
      await sample.getByText('150 of 150 read').waitFor();
      await sample.getByText(/^Sensitivity, estimated: .*The release claims 80 ?%\.$/).waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        for (const size of [
          { width: 1024, height: 768 },
          { width: 1440, height: 900 },
        ]) {
          await page.setViewportSize(size);
          await window.photograph(`watching-${colorScheme}`, size);
          expect(await judgePage(page), `${colorScheme} ${size.width}`).toEqual([]);
        }
      }
      await expect.poll(() => page.evaluate<string[]>(listOverflow)).toEqual([]);
      await page.getByRole('button', { name: 'Numbers' }).press('Enter');
      const numbers = page.getByRole('table', { name: /^The numbers of/ });
      await expect.poll(() => numbers.getByRole('row').count()).toBe(4);
      expect(window.complaints).toEqual([]);
    });
  },
);
