import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enteredPlan, enterStudy } from './enter-study.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

/** Sentences that the core says: read in the language of the window, also after it was changed. */
const missing = listMissing();

/** What the test asks of a text in a picture. */
interface DrawnText {
  readonly textContent: string;
  readonly ownerSVGElement: { readonly viewBox: { readonly baseVal: { readonly width: number } } };
  getBBox(): { readonly x: number; readonly width: number };
}

describe.skipIf(missing.length > 0)(
  `What the core says in the window (needs ${missing.join(', ') || 'nothing more'})`,
  () => {
    let window: OpenedWindow;
    let studyId: string;
    beforeAll(async () => {
      window = await openWindow();
      const hasFailed = (key: string) => key.includes('general') && key.endsWith('fold-3');
      studyId = enterStudy(window.host, { plan: enteredPlan, hasFailed });
      await signIn(window.page, window.host.server.url);
    });
    afterAll(() => window.close());

    const choose = (code: string) =>
      window.page.locator('select:has(option[value="ro"])').first().selectOption(code);
    const expectText = (part: string) =>
      expect
        .poll(() => window.page.locator('main').innerText(), { timeout: 20_000 })
        .toContain(part);

    test('warnings and verdicts change with the language', async () => {
      await window.page.evaluate(`location.hash = '#/studies/${studyId}/results'`);
      await choose('nl');
      await expectText('De run is mislukt met training.diverged.');
      await expectText('Wat dat aantoont, wordt beoordeeld als alle folds klaar zijn.');
      await choose('ro');
      await expectText('Rularea a eșuat cu training.diverged.');
      await expectText('obține în medie cu 0,100 mai mult decât');
      await choose('es');
      await expectText('La ejecución falló con training.diverged.');
    });

    test('the report changes with the language, and its frame says in which it is', async () => {
      await window.page.evaluate(`location.hash = '#/studies/${studyId}/report'`);
      const report = window.page.frameLocator('iframe');
      for (const [code, heading] of [
        ['nl', 'Waarschuwingen'],
        ['ro', 'Avertismente'],
        ['es', 'Advertencias'],
        ['en', 'Warnings'],
      ]) {
        await choose(code);
        await report.locator(`html[lang=${code}]`).waitFor({ state: 'attached' });
        await report.getByRole('heading', { name: heading, exact: true }).waitFor();
        const beyond = await report.locator('svg.plot text').evaluateAll((texts) =>
          (texts as unknown as DrawnText[])
            .filter((text) => {
              const { x, width } = text.getBBox();
              return x < 0 || x + width > text.ownerSVGElement.viewBox.baseVal.width;
            })
            .map((text) => text.textContent),
        );
        expect(beyond).toEqual([]);
        await window.photograph(`report-${code}`, { width: 1280, height: 2400 });
      }
    });

    test('a failure that stands on the page changes with the language', async () => {
      await window.page.evaluate(`location.hash = '#/studies/nobody'`);
      await choose('nl');
      await expectText('Vraag op wat de werkruimte bevat en gebruik een id daaruit.');
      await choose('ro');
      await expectText(
        'Listați ce conține spațiul de lucru și folosiți un identificator de acolo.',
      );
      await choose('en');
      await expectText('List what the workspace holds and use an id from there.');
    });
  },
);
