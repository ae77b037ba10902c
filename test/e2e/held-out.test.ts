import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enteredPlan, enterStudy } from './enter-study.ts';
import { listMissing, openWindow, signIn } from './open-window.ts';
import type { OpenedWindow } from './open-window.ts';

const missing = listMissing();

describe.skipIf(missing.length > 0)(
  `what was measured on held-out text${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let opened: OpenedWindow;
    beforeAll(async () => {
      opened = await openWindow();
    });
    afterAll(() => opened.close());

    it('is drawn beside the loss, with its perplexity, and is a table of its own step', async () => {
      const { page, host, photograph, complaints } = opened;
      const heldOut = { fraction: 0.1, points: 20, words: 1000, maxTokens: 64 };
      enterStudy(host, { plan: { ...enteredPlan, heldOut } });
      await signIn(page, host.server.url);
      await page.getByRole('link', { name: 'entered' }).first().click();
      await page
        .getByRole('button', { name: /Pre-training/ })
        .first()
        .click();
      const chart = page.getByRole('img', { name: /Perplexity on held-out text from 812 to/ });
      await chart.waitFor();
      await expect.poll(() => chart.locator('[data-curve=held-out]').count()).toBe(1);
      const stroke = `getComputedStyle(document.querySelector('[data-curve=held-out]')).stroke`;
      await expect.poll(() => page.evaluate<string>(stroke)).not.toBe('none');
      await expect.poll(() => chart.locator('circle').count()).toBe(21);
      await page.getByText('Dashed: loss on held-out text.').waitFor();
      await page.getByText('Held-out perplexity').waitFor();
      await photograph('held-out-curve');
      await page
        .getByRole('button', { name: /Perplexity/ })
        .first()
        .click();
      const table = page.getByRole('table', { name: 'Perplexity of held-out text' });
      // e^(18,310 / 5,480) and e^(18,310 / 7,012).
      await table.getByRole('row', { name: /clinical 28\.3 13\.6 7/ }).waitFor();
      await photograph('perplexity-table');
      expect(complaints).toEqual([]);
    });
  },
);
