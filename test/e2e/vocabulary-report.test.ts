import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { extendStoredModel } from '#core/library/vocabularies/extend-stored-model.ts';
import { findModel } from '#core/library/find-model.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';
import { smallPlan } from './small-plan.ts';
import { showPlanText } from './write-plan.ts';

/** A study that trains a vocabulary and extends it, in the window, by a trainer that trains. */
const missing = listMissing();
const { general } = smallPlan.models;
const once = { ...general.pretraining, epochs: 1 };
const plan = {
  ...smallPlan,
  name: 'words',
  models: {
    general: { ...general, pretraining: once },
    wider: {
      start: { kind: 'model', model: 'general' },
      extendVocabulary: { corpora: ['clinical'], tokens: 40, minFrequency: 3 },
      pretraining: { ...once, corpora: ['clinical'] },
    },
  },
  tasks: {},
  comparisons: [],
};

describe.skipIf(missing.length > 0)(
  `the vocabulary report${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let window: OpenedWindow;

    beforeAll(async () => {
      window = await openWindow();
    });
    afterEach((story) => {
      story.onTestFailed(() => window.photograph('broken-vocabulary-story'));
    });
    afterAll(() => window.close());

    const table = (name: RegExp) => window.page.getByRole('table', { name });
    /** The figures of a row, once it is there: tokens per word before and after. */
    const readFigures = (name: RegExp, corpus: string, columns: readonly number[]) => {
      const cells = table(name).getByRole('row').filter({ hasText: corpus }).getByRole('cell');
      return Promise.all(
        columns.map(async (column) => Number(await cells.nth(column).innerText())),
      );
    };

    it('stands beside the step that trained a vocabulary', { timeout: 300_000 }, async () => {
      const { page } = window;
      await signIn(page, window.host.server.url);
      await page.getByRole('link', { name: 'Write a plan' }).click();
      const editor = await showPlanText(page);
      await editor.fill(JSON.stringify(plan, null, 2));
      await page.getByRole('button', { name: 'Start' }).click();
      await page.getByText('4 of 4 steps finished').waitFor({ timeout: 280_000 });
      await page.getByRole('button', { name: 'vocabulary/words' }).click();
      await table(/^How the vocabulary words, WordPiece, trained: 600 tokens/).waitFor();
      const [tokensPerWord] = await readFigures(/vocabulary words/, 'clinical', [0]);
      expect(tokensPerWord).toBeGreaterThan(1);
      await window.photograph('vocabulary-trained');
    });

    it('stands beside the step that extended one, before and after', async () => {
      const { page } = window;
      await page.getByRole('button', { name: /Vocabulary\s+wider/ }).click();
      const name = /^How the vocabulary wider, extended by \d+ to \d+ tokens/;
      await table(name).getByRole('columnheader', { name: 'before' }).first().waitFor();
      const [before, after] = await readFigures(name, 'clinical', [0, 1]);
      expect(after, 'its words are known now').toBeLessThan(before);
      expect(after).toBeGreaterThan(1);
      await window.photograph('vocabulary-extended');
    });

    it('stands with all vocabularies of the study, with the words counted', async () => {
      const { page } = window;
      await page
        .getByRole('navigation', { name: 'Study' })
        .getByRole('link', { name: 'Models' })
        .click();
      await page.getByRole('heading', { name: 'Vocabularies' }).waitFor();
      const [before, after] = await readFigures(/vocabulary wider/, 'clinical', [1, 2]);
      expect(after).toBeLessThan(before);
      const rows = table(/vocabulary words/).getByRole('row');
      await expect.poll(() => rows.count()).toBe(3);
      await window.photograph('study-vocabularies');
    });

    it('stands on the page of a model: its own, or the one with which its line began', async () => {
      const { page } = window;
      for (const [model, expected] of [
        ['words/wider/extended', /vocabulary wider, extended/],
        ['words/wider', /vocabulary wider, extended/],
        ['words/general', /vocabulary words, WordPiece, trained/],
      ] as const) {
        await page.getByRole('link', { name: 'Models', exact: true }).first().click();
        await page.getByRole('link', { name: model, exact: true }).click();
        await table(expected).waitFor();
      }
      await page.getByRole('link', { name: 'in the study words' }).click();
      await page.getByRole('heading', { name: 'Vocabularies' }).waitFor();
      await page.goBack();
      await page.getByRole('heading', { name: 'Vocabulary', exact: true }).scrollIntoViewIfNeeded();
      await window.photograph('model-vocabulary');
    });

    it('stands on the page of a model that a command extended, without a study', async () => {
      const { page, host } = window;
      const from = findModel(host.workspace, 'words/general');
      const lines = Array.from({ length: 9 }, () => 'hypertensie en dyspneu na inspanning');
      await extendStoredModel(host.workspace, from, {
        name: 'by-command',
        texts: [{ name: 'notes', hash: 'h', lines }],
        tokenCount: 9,
        minFrequency: 5,
      });
      await page.getByRole('link', { name: 'Models', exact: true }).first().click();
      await page.reload();
      await page.getByRole('link', { name: 'by-command', exact: true }).click();
      const [before, after] = await readFigures(/vocabulary by-command, extended/, 'notes', [1, 2]);
      expect(after).toBe(1);
      expect(before).toBeGreaterThan(1);
      await page.getByRole('link', { name: /^in the study/ }).waitFor({ state: 'hidden' });
    });

    it('broke no rule of the window’s own policy', () => {
      expect(window.complaints).toEqual([]);
    });
  },
);
