import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { putDocuments } from '#core/storage/testing/screened-documents.ts';
import { enterModel } from '../screening/released-model.ts';
import { enterScreening } from './enter-screening.ts';
import { judgePage } from './judge-page.ts';
import { listOverflow } from './list-overflow.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

/** A worklist, worked through by keyboard alone. */
const missing = listMissing();
const sizes = [
  { width: 1024, height: 768 },
  { width: 1440, height: 900 },
];

describe.skipIf(missing.length > 0)(
  `screening (needs ${missing.join(', ') || 'nothing more'})`,
  () => {
    let window: OpenedWindow;
    let releaseId: number;
    beforeAll(async () => {
      window = await openWindow();
      releaseId = enterScreening(window.host.workspace, {
        ...{ name: 'hiv-offer', collection: 'arrivals' },
        notes: [
          { text: 'Controle na operatie. Geen bijzonderheden.', patient: 'p1', probability: 0.1 },
          {
            text: 'Eerder lues, nu herpes zoster en gewichtsverlies.',
            patient: 'p2',
            probability: 0.9,
          },
          { text: 'Pneumonie, tweede keer dit jaar.', patient: 'p3', probability: 0.6 },
          { text: 'Moe. Geen koorts.', patient: 'p2', probability: 0.2 },
          { text: 'Пациент без жалоб.', patient: 'p4', probability: null },
          { text: 'Orale candidiasis bij controle.', patient: 'p5', probability: 0.4 },
        ],
      });
      await signIn(window.page, window.host.server.url);
    });
    afterEach((story) => {
      story.onTestFailed(() => window.photograph('broken-screening'));
    });
    afterAll(() => window.close());

    const list = () => window.page.getByRole('navigation', { name: 'Patients' });
    const names = () => list().locator('button bdi').allInnerTexts();
    const opened = () => window.page.locator('[data-patient]').getAttribute('data-patient');
    const press = (key: string) => window.page.keyboard.press(key);
    const decisions = () => window.host.workspace.screeningDecisions.list(releaseId);
    const look = async (name: string) => {
      const { page } = window;
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        for (const size of sizes) {
          await page.setViewportSize(size);
          await window.photograph(`${name}-${colorScheme}`, size);
          expect(await judgePage(page), `${colorScheme} ${size.width}`).toEqual([]);
        }
        await expect.poll(() => page.evaluate<string[]>(listOverflow)).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: 'light' });
    };

    it('lists what is released, and says that it is for trial', async () => {
      const { page } = window;
      await page.getByRole('link', { name: 'Screening', exact: true }).press('Enter');
      const row = page.getByRole('row').filter({ hasText: 'hiv-offer' });
      await row.getByText('for trial').waitFor();
      await look('releases');
      await page.getByRole('link', { name: 'hiv-offer' }).press('Enter');
      await page.getByText('For trial: do not rely on it').waitFor();
    });

    it('shows patients, the likeliest first, with all notes and their terms', async () => {
      const { page } = window;
      await expect.poll(names).toEqual(['p2', 'p3', 'p5']);
      await expect.poll(opened).toBe('p2');
      const notes = page.getByRole('article');
      await expect.poll(() => notes.count()).toBe(2);
      await expect.poll(() => notes.first().innerText()).toContain('probability 0.900');
      await expect.poll(() => notes.first().locator('mark').allInnerTexts()).toContain('lues');
      await look('worklist');
    });

    it('takes a key for a decision, and goes on', async () => {
      await press('a');
      await expect.poll(opened).toBe('p3');
      await expect.poll(decisions).toMatchObject([{ patient: 'p2', kind: 'agree', notes: [2, 4] }]);
      await press('d');
      await window.page.getByText('Why not? A key gives the reason.').waitFor();
      await press('2');
      await expect.poll(opened).toBe('p5');
      await expect.poll(decisions).toHaveLength(2);
      expect(decisions()[1]).toMatchObject({ patient: 'p3', kind: 'disagree', reason: 'past' });
      await press('k');
      await expect.poll(opened).toBe('p3');
      await window.page.getByText('disagreed: in the past only').waitFor();
      await press('ArrowDown');
      await expect.poll(opened).toBe('p5');
    });

    it('keeps a remark with a decision that is deferred, and the patient stays open', async () => {
      const { page } = window;
      const remark = page.getByRole('textbox', { name: /^Remark/ });
      await remark.focus();
      await page.keyboard.type('call the ward, ask again');
      await remark.press('Tab');
      await page.locator('[data-patient]').focus();
      await press('f');
      await expect.poll(decisions).toHaveLength(3);
      expect(decisions()[2]).toMatchObject({ kind: 'defer', remark: 'call the ward, ask again' });
      await expect.poll(() => remark.inputValue()).toBe('');
      const filter = page.getByRole('combobox', { name: 'Show' });
      await expect.poll(() => filter.innerText()).toContain('To look at (1)');
    });

    it('has lists of their own for who was decided on and what was not judged', async () => {
      const { page } = window;
      const filter = page.getByRole('combobox', { name: 'Show' });
      await filter.selectOption('decided');
      await expect.poll(names).toEqual(['p2', 'p3']);
      await filter.selectOption('not-judged');
      await expect.poll(names).toEqual(['p4']);
      await page.getByText(/^90 ?% of its letters are of another script/).waitFor();
      await look('not-judged');
    });

    it('shows its keys', async () => {
      await window.page.locator('[data-patient]').focus();
      await press('?');
      await window.page.getByRole('dialog', { name: 'Keys' }).getByText('next patient').waitFor();
      await press('Escape');
    });

    it('puts a model to work by a decision, which says what it could claim', async () => {
      const { page, host } = window;
      await enterModel(host.workspace, { verdict: null });
      const texts = ['patient has fever', 'no fever', 'fever and cough', 'no pain today'];
      putDocuments(host.workspace, texts, 'fever clinic');
      await page.getByRole('link', { name: 'Releases' }).press('Enter');
      await page.getByRole('link', { name: 'Release a model' }).press('Enter');
      const field = (name: string) => page.getByLabel(name, { exact: true });
      await page.getByRole('combobox', { name: 'Model' }).selectOption('study/notes/base/final');
      await page.getByText(/^95 ?% \(at least 95 ?%\)$/).waitFor();
      await page.getByText('For trial: do not rely on it').waitFor();
      await field('Name').fill('fever-offer');
      await field('What it is for: people read it beside every list').fill('An offer of a test.');
      await field('On whose notes').fill('Adults of the fever clinic.');
      await field('Last day').fill('2999-12-31');
      await look('release-model');
      await field('Last day').press('Enter');
      await page.getByRole('row').filter({ hasText: 'fever-offer' }).first().waitFor();
      expect(host.workspace.screeningReleases.findByName('fever-offer')).toMatchObject({
        content: { population: 'Adults of the fever clinic.' },
      });
    });

    it('lets it look at the notes of a collection, and leads to the patients', async () => {
      const { page } = window;
      await page
        .getByRole('combobox', { name: 'Notes of the collection' })
        .selectOption('fever clinic (4)');
      await page.getByRole('button', { name: 'Begin' }).press('Enter');
      await page.getByText(/has looked at all notes: 4\./).waitFor();
      const row = page
        .getByRole('table', { name: 'Looked at so far' })
        .getByRole('row')
        .filter({ hasText: 'fever clinic' });
      await expect.poll(() => row.innerText()).toMatch(/ended\s+4\s/);
      await look('screenings');
      await page.getByRole('link', { name: 'To the patients' }).press('Enter');
      await page.getByRole('heading', { name: 'fever-offer' }).waitFor();
      expect(window.complaints).toEqual([]);
    });
  },
);
