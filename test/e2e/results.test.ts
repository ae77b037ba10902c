import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '#contract/failure.ts';
import { loopbackPaths } from '#contract/loopback-paths.ts';
import { judgePage } from './judge-page.ts';
import { listOverflow } from './list-overflow.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';
import { otherPlans, resultsPlan } from './results-plan.ts';

/** Results of a study that was really trained: curves, thresholds, errors and other studies. */
const missing = listMissing();
const partNames = {
  overview: 'Overview',
  curves: 'Curves',
  threshold: 'Threshold',
  errors: 'Errors',
  learning: 'Learning',
  across: 'Other studies',
} as const;
type Part = keyof typeof partNames;
const everyPart: readonly (readonly [task: string, part: Part])[] = [
  ...(['overview', 'errors', 'learning'] as const).map((part) => ['entities', part] as const),
  ...(Object.keys(partNames) as Part[]).toReversed().map((part) => ['hiv-test', part] as const),
];

describe.skipIf(missing.length > 0)(
  `results of a task${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let opened: OpenedWindow;
    let studyId: string;
    let authorization = '';
    /** What came to the window by itself or in answer to a call, by the name of the call. */
    const received: { readonly from: string; readonly text: string }[] = [];
    const stateOf = (name: string) => opened.host.workspace.studies.findByName(name)?.state;

    /** A call of the contract, as the window itself would make it. */
    async function call(name: string, input: unknown): Promise<unknown> {
      const { page, host } = opened;
      const { origin } = new URL(host.server.url);
      const response = await page.request.post(`${origin}${loopbackPaths.calls}${name}`, {
        data: input,
        headers: { Authorization: authorization, Origin: origin },
      });
      const reply = (await response.json()) as Reply<unknown>;
      if (!reply.ok) throw new Error(JSON.stringify(reply.failure));
      return reply.value;
    }

    beforeAll(async () => {
      opened = await openWindow();
      const { page, host } = opened;
      page.on('request', (request) => {
        authorization = request.headers().authorization ?? authorization;
      });
      page.on('response', (response) => {
        if (response.request().resourceType() !== 'fetch') return;
        const from = new URL(response.url()).pathname;
        void response.text().then(
          (text) => received.push({ from, text }),
          () => undefined,
        );
      });
      page.on('websocket', (socket) => {
        socket.on('framereceived', ({ payload }) => {
          received.push({ from: 'events', text: String(payload) });
        });
      });
      await signIn(page, host.server.url);
      await page.getByRole('heading', { level: 1 }).waitFor();
    });
    afterAll(() => opened.close());

    async function open(part: Part, task = 'hiv-test'): Promise<void> {
      const { page, host } = opened;
      const { origin } = new URL(host.server.url);
      await page.goto(`${origin}/#/studies/${studyId}/results/${task}/${part}`);
      const name = partNames[part];
      await page.getByRole('link', { name, exact: true, includeHidden: false }).first().waitFor();
    }

    /** What the model said of the notes of all folds, read past the program. */
    function readNotes(model: string) {
      const { runs } = opened.host.workspace;
      return runs
        .listByStudy(studyId)
        .filter((run) => run.task === 'hiv-test' && run.model === model && run.fold !== null)
        .flatMap(({ id }) => {
          const kept = runs.predictionsOf(id);
          if (kept?.kind !== 'classification') throw new Error('no scores were kept');
          const wanted = kept.classes.indexOf('offer-test');
          return kept.notes.map(({ id: note, truth, logits }) => {
            const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
            return { note, isOf: truth === wanted, score: Math.exp(logits[wanted]) / total };
          });
        });
    }

    it('studies are trained, one after the other', { timeout: 900_000 }, async () => {
      await expect.poll(() => authorization).not.toBe('');
      for (const plan of [...otherPlans, resultsPlan]) {
        await call('studies.start', { planText: JSON.stringify(plan) });
      }
      await expect.poll(() => stateOf(resultsPlan.name), { timeout: 800_000 }).toBe('finished');
      studyId = opened.host.workspace.studies.findByName(resultsPlan.name)?.id ?? '';
    });

    it('each part has an address, which a reload and the way back keep', async () => {
      const { page, host } = opened;
      const { origin } = new URL(host.server.url);
      await page.goto(`${origin}/#/studies/${studyId}/results`);
      const nav = page.getByRole('navigation', { name: 'Parts of the results of hiv-test' });
      await nav.getByRole('link', { name: 'Curves' }).click();
      await page.getByRole('heading', { name: 'Probabilities of a class' }).waitFor();
      await nav.getByRole('link', { name: 'Threshold' }).press('Enter');
      await page.getByRole('slider').waitFor();
      await page.reload();
      await page.getByRole('slider').waitFor();
      await page.goBack();
      await page.getByRole('heading', { name: 'Probabilities of a class' }).waitFor();
      await page.getByRole('link', { name: 'All tasks' }).click();
      await page.getByRole('navigation', { name: 'Parts of the results of entities' }).waitFor();
      await page.goto(`${origin}/#/studies/${studyId}/results/entities/curves`);
      // Entities have none: their overview stands there.
      await page.getByRole('heading', { name: 'F1 (micro) in each fold' }).waitFor();
    });

    it('curves say what an independent count says, as a picture, as numbers and as a file', async () => {
      const { page } = opened;
      await open('curves');
      const figures = page.getByRole('table', {
        name: /^Figures of the probabilities of offer-test/,
      });
      await figures.getByRole('row').nth(3).waitFor();
      for (const model of ['small', 'majority', 'tf-idf']) {
        const notes = readNotes(model);
        const pairs = notes
          .filter(({ isOf }) => isOf)
          .flatMap((one) =>
            notes.filter(({ isOf }) => !isOf).map((other) => one.score - other.score),
          );
        const auroc = pairs.reduce((sum, by) => sum + (Math.sign(by) + 1) / 2, 0) / pairs.length;
        const row = figures.getByRole('row').filter({ hasText: model });
        await expect.poll(() => row.innerText()).toContain(auroc.toFixed(3));
      }
      await page.getByRole('img', { name: /^ROC of offer-test for small, majority/ }).waitFor();
      const figure = page.getByRole('figure', { name: 'ROC', exact: true });
      await figure.getByRole('button', { name: 'Numbers' }).press('Enter');
      const numbers = figure.getByRole('table', { name: 'The numbers of: ROC' });
      await expect
        .poll(() => numbers.getByRole('row').last().innerText())
        .toMatch(/^1\.00\s+1\.000/);
      const download = page.waitForEvent('download');
      await figure.getByRole('button', { name: 'Save as SVG: ROC' }).press('Enter');
      const file = await download;
      expect(file.suggestedFilename()).toBe('hiv-test-offer-test-roc.svg');
      const svg = readFileSync(await file.path(), 'utf8');
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(svg.match(/>(?:small|majority|tf-idf|Chance)<\/text>/g)).toHaveLength(4);
      // A model that is not shown is in no picture.
      await page.getByRole('checkbox', { name: 'majority' }).press('Space');
      await page
        .getByRole('img', { name: /^Calibration of offer-test for small and tf-idf$/ })
        .waitFor();
    });

    it('the threshold is moved by keyboard, and gives what an independent count gives', async () => {
      const { page } = opened;
      await open('threshold');
      const judged = page.waitForResponse((response) => response.url().includes('scores'));
      await page.getByRole('combobox', { name: 'Model' }).selectOption('tf-idf');
      await judged;
      const notes = readNotes('tf-idf');
      const scores = [...new Set(notes.map(({ score }) => score))].sort((a, b) => a - b);
      const slider = page.getByRole('slider');
      await expect.poll(() => slider.getAttribute('max')).toBe(String(scores.length - 1));
      const confusion = page.getByRole('table', {
        name: 'What the threshold gives for offer-test',
      });
      const readCounts = async () =>
        // eslint-disable-next-line no-restricted-syntax -- it is polled
        (await confusion.locator('tbody td').allInnerTexts()).map(Number);
      const countAt = (threshold: number) => {
        const count = (isOf: boolean, isAlert: boolean) =>
          notes.filter((note) => note.isOf === isOf && note.score >= threshold === isAlert).length;
        const [found, missed] = [count(true, true), count(true, false)];
        const [inVain, quiet] = [count(false, true), count(false, false)];
        return [found, missed, found + missed, inVain, quiet, inVain + quiet];
      };
      // The other model may have as many scores: its slider would take the first keys.
      await expect.poll(readCounts).toEqual(countAt(0.5));
      for (const [key, place] of [
        ['Home', 0],
        ['ArrowRight', 1],
        ['ArrowRight', 2],
        ['End', scores.length - 1],
        ['ArrowLeft', scores.length - 2],
      ] as const) {
        await slider.press(key);
        await expect.poll(() => slider.inputValue()).toBe(String(place));
        await expect.poll(readCounts).toEqual(countAt(scores[place]));
      }
      const exact = page.getByRole('textbox', { name: 'Threshold', exact: true });
      await exact.fill('0.5');
      await exact.press('Enter');
      await expect.poll(readCounts).toEqual(countAt(0.5));
      await page.getByRole('textbox', { name: 'Prevalence, %' }).fill('2');
      const [found, missed, , inVain, quiet] = countAt(0.5);
      const alerts = 20 * (found / (found + missed)) + 980 * (inVain / (inVain + quiet));
      const list = page.locator('dl').filter({ hasText: 'Alerts per 1,000 notes' });
      await expect.poll(() => list.innerText()).toContain(alerts.toFixed(1));
    });

    it('a wanted sensitivity is claimed with its bound, or it is said that it cannot be', async () => {
      const { page } = opened;
      await open('threshold');
      await page.getByText('A sensitivity of 95% cannot be claimed with 95% confidence').waitFor();
      await page.getByRole('textbox', { name: 'Wanted sensitivity, %' }).fill('70');
      await page
        .getByText(/^For a sensitivity of 70%, alert from 0\.\d+ on: with 95% confidence/)
        .waitFor();
      const missed = Number(
        /^(\d+) of 30 notes/.exec(
          await page.getByText(/of 30 notes of the class lies? below it/).innerText(),
        )?.[1],
      );
      await page.getByRole('button', { name: 'Use this threshold' }).press('Enter');
      const confusion = page.getByRole('table', {
        name: 'What the threshold gives for offer-test',
      });
      await expect
        // eslint-disable-next-line no-restricted-syntax -- it is polled
        .poll(async () => (await confusion.locator('tbody td').allInnerTexts()).slice(0, 2))
        .toEqual([String(30 - missed), String(missed)]);
    });

    it('the text of a note is shown when it is opened, and gone when it is closed', async () => {
      const { page, host } = opened;
      await open('errors');
      const first = page.locator('[data-example]').first();
      await first.press('Enter');
      const shown = page.locator('[data-note-text]');
      const id = await first.innerText();
      const text = await shown.innerText();
      expect(readFileSync(join(host.planFolder, 'notes/nl-hiv-test.csv'), 'utf8')).toMatch(
        new RegExp(`${id},P\\d+,"?${text.slice(0, 60).replace(/[^\w ,:]/g, '.')}`),
      );
      await first.press('ArrowDown');
      const second = page.locator('[data-example]').nth(1);
      await second.press('Enter');
      await expect.poll(() => shown.innerText()).not.toBe(text);
      await second.press('Enter');
      await expect.poll(() => shown.count()).toBe(0);

      await open('errors', 'entities');
      await page.locator('[data-example]').first().press('Enter');
      await shown.first().waitFor();
      await expect.poll(() => shown.locator('mark').count()).toBeGreaterThan(0);
      await expect
        .poll(() => page.getByRole('list', { name: 'How entities are marked' }).innerText())
        .toMatch(/missed/);
    });

    it('other studies of the same notes are beside it, and others say why they are not', async () => {
      const { page } = opened;
      await open('across');
      const same = page.getByRole('region', { name: 'same-folds' });
      const paired = same.getByRole('table', {
        name: 'small compared with the models of same-folds',
      });
      await expect
        .poll(() => paired.getByRole('row').last().innerText())
        .toMatch(/tf-idf\s+Too few folds/);
      const unpaired = page.getByRole('region', { name: 'other-folds' });
      await unpaired.getByText('this study has 3 folds, that one 4').waitFor();
      const notes = readNotes('small');
      await unpaired
        .getByRole('cell', { name: String(notes.length), exact: true })
        .first()
        .waitFor();
      await page.getByText('The same set or files, read otherwise').waitFor();
      await page.getByRole('combobox', { name: 'Compare' }).selectOption('tf-idf');
      // The baseline is the same in both studies, fold by fold.
      await same
        .getByRole('table', { name: 'tf-idf compared with the models of same-folds' })
        .waitFor();
      await expect.poll(() => same.getByRole('row').last().innerText()).toContain('0.000');
    });

    it(
      'every part breaks no rule of axe, light or dark, and fits in every language',
      { timeout: 900_000 },
      async () => {
        const { page, photograph } = opened;
        for (const [task, part] of everyPart) {
          await open(part, task);
          await page.reload();
          await opened.quiet();
          await page.getByRole('heading', { level: 1, name: resultsPlan.name }).waitFor();
          await page.locator('main figure, main table').first().waitFor();
          if (part === 'errors') await page.locator('[data-example]').first().press('Enter');
          if (part === 'overview') {
            await page.locator('summary').filter({ hasText: 'All figures' }).click();
            await page.getByRole('table', { name: `All figures of ${task}` }).waitFor();
          }
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            expect(await judgePage(page), `${task} ${part} ${colorScheme}`).toEqual([]);
            await photograph(`results-${task}-${part}-${colorScheme}`, {
              width: 1440,
              height: 1300,
            });
            await photograph(`results-${task}-${part}-${colorScheme}`, {
              width: 1024,
              height: 1300,
            });
          }
        }
        await page.emulateMedia({ colorScheme: 'light' });
        for (const language of ['nl', 'es', 'ro', 'en']) {
          await page.evaluate(`localStorage.setItem('anamnesis.language', '${language}')`);
          await page.reload();
          await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' });
          for (const [task, part] of everyPart) {
            const { origin } = new URL(opened.host.server.url);
            await page.goto(`${origin}/#/studies/${studyId}/results/${task}/${part}`);
            await page.locator('main figure, main table').first().waitFor();
            await expect
              .poll(() => page.evaluate<string[]>(listOverflow), {
                message: `${language} ${task} ${part}`,
              })
              .toEqual([]);
            await photograph(`results-${task}-${part}-${language}`, { width: 1024, height: 1300 });
          }
        }
      },
    );

    it('no text of a note is anywhere but where one was opened', () => {
      const csv = readFileSync(join(opened.host.planFolder, 'notes/nl-hiv-test.csv'), 'utf8');
      const begins = csv
        .split('\n')
        .slice(1)
        .flatMap((line) => /^\w+,\w+,"?(.{30})/.exec(line)?.[1] ?? []);
      expect(begins.length).toBeGreaterThan(50);
      const holders = received.filter(({ text }) => begins.some((begin) => text.includes(begin)));
      expect(new Set(holders.map(({ from }) => from))).toEqual(
        new Set([`${loopbackPaths.calls}scores.example`]),
      );
      expect(received.some(({ from }) => from === 'events')).toBe(true);
      expect(opened.complaints).toEqual([]);
      expect(opened.strayRequests).toEqual([]);
    });
  },
);
