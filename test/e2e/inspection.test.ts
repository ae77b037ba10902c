import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openSql } from '#core/storage/testing/temporary-workspace.ts';
import { enterScreening } from './enter-screening.ts';
import { judgePage } from './judge-page.ts';
import { listOverflow } from './list-overflow.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

/** The page that an inspector is shown. */
const missing = listMissing();
const sizes = [
  { width: 1024, height: 768 },
  { width: 1440, height: 900 },
];

describe.skipIf(missing.length > 0)(
  `the record of a release (needs ${missing.join(', ') || 'nothing more'})`,
  () => {
    let window: OpenedWindow;
    beforeAll(async () => {
      window = await openWindow();
      const { workspace } = window.host;
      const releaseId = enterScreening(workspace, {
        ...{ name: 'hiv-offer', collection: 'arrivals' },
        notes: [
          { text: 'Controle.', patient: 'p1', probability: 0.1 },
          { text: 'Eerder lues.', patient: 'p2', probability: 0.9 },
          { text: 'Moe.', patient: 'p2', probability: 0.2 },
        ],
      });
      const notes = workspace.screenedNotes.ofSubject(releaseId, 'patient p2').map(({ id }) => id);
      const of = { releaseId, subject: 'patient p2', patient: 'p2', notes };
      const remark = 'tested in 2019';
      workspace.screeningDecisions.append({ ...of, kind: 'defer', reason: null, remark: '' });
      workspace.screeningDecisions.append({ ...of, kind: 'disagree', reason: 'past', remark });
      await signIn(window.page, window.host.server.url);
    });
    afterEach((story) => {
      story.onTestFailed(() => window.photograph('broken-inspection'));
    });
    afterAll(() => window.close());

    const rows = () =>
      window.page.getByRole('table', { name: 'Record' }).locator('tbody tr').allInnerTexts();
    const field = (name: string) => window.page.getByRole('textbox', { name, exact: true });

    it('is one link from the releases, tells all and proves it', async () => {
      const { page } = window;
      await page.getByRole('link', { name: 'Screening', exact: true }).press('Enter');
      await page.getByRole('link', { name: 'Show the record' }).press('Enter');
      await page.getByText('Everything is as it was kept.').waitFor();
      await expect.poll(rows).toHaveLength(3);
      const [, second] = await rows();
      expect(second).toMatch(/n2.?, version 1/);
      expect(second).toMatch(/deferred[^]*proven, entry \d+, corrected by decision 2/);
      expect(second).toMatch(/disagreed: in the past only[^]*tested in 2019/);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        for (const size of sizes) {
          await page.setViewportSize(size);
          await window.photograph(`inspection-${colorScheme}`, size);
          expect(await judgePage(page), `${colorScheme} ${size.width}`).toEqual([]);
        }
        await expect.poll(() => page.evaluate<string[]>(listOverflow)).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: 'light' });
    });

    it('is searched by patient and note, by keyboard', async () => {
      const { page } = window;
      await field('Patient').fill('p1');
      await field('Patient').press('Enter');
      await expect.poll(rows).toHaveLength(1);
      await field('Patient').fill('');
      await field('Note').fill('none');
      await field('Note').press('Enter');
      await page.getByText('Nothing fits').waitFor();
      await page.getByRole('button', { name: 'Clear' }).press('Enter');
      await expect.poll(rows).toHaveLength(3);
    });

    it('shows what was changed past the program', async () => {
      const { page } = window;
      const sql = openSql(window.host.workspace.folder, 'of this test');
      sql.run(`DROP TRIGGER screened_notes_are_never_changed`);
      sql.run(`UPDATE screened_notes SET probability = 0.2 WHERE own_id = 'n2'`);
      await field('Patient').fill('p2');
      await field('Patient').press('Enter');
      await page.getByText('Not everything is as it was kept.').waitFor();
      await expect.poll(async () => (await rows()).join(' ')).toContain('changed, entry');
      expect(window.complaints).toEqual([]);
    });
  },
);
