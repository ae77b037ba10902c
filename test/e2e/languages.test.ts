import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

const missing = listMissing();

describe.skipIf(missing.length > 0)(
  `The language of the window (needs ${missing.join(', ') || 'nothing more'})`,
  () => {
    let window: OpenedWindow;
    beforeAll(async () => {
      window = await openWindow();
      await signIn(window.page, window.host.server.url);
    });
    afterAll(() => window.close());

    test('is chosen by keyboard, changes what stands there, and outlives a reload', async () => {
      const { page } = window;
      const choice = page.getByRole('combobox');
      await choice.focus();
      await page.keyboard.type('Rom');
      await expect.poll(() => page.locator('nav').first().innerText()).toContain('Jurnal de audit');
      await page.locator('html[lang=ro]').waitFor({ state: 'attached' });
      await page.reload();
      await expect.poll(() => page.locator('nav').first().innerText()).toContain('Jurnal de audit');
      for (const [code, word] of [
        ['nl', 'Rekenmotoren'],
        ['es', 'Motores de cálculo'],
        ['en', 'Engines'],
      ]) {
        await choice.selectOption(code);
        await expect.poll(() => page.locator('nav').first().innerText()).toContain(word);
      }
      await choice.selectOption('es');
      await page.getByRole('link', { name: 'Motores de cálculo' }).click();
      await expect.poll(() => page.locator('h1').innerText()).toBe('Motores de cálculo');
      await window.photograph('engines-es');
      expect(window.complaints).toEqual([]);
    });
  },
);
