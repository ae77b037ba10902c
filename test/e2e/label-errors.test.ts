import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import type { FoldPredictions } from '#core/domain/predictions.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { listRuns } from '#core/study/plan/list-runs.ts';
import { readPlan } from '#core/study/plan/read-plan.ts';
import { planLabelCheck } from '#core/study/recipes/plan-label-check.ts';
import { twiceText } from './label-twice.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

/** Labels that a model does not believe are walked through, and make the next version. */
const missing = listMissing();
const origin = { by: 'file', name: null, score: null, atMs: null, guideline: null } as const;

/** Six notes with a class; the model believes all but the last two, of the first of which it is surer. */
async function putCheck(workspace: Workspace, file: string): Promise<void> {
  const { collectionId } = await importDocuments(
    workspace,
    { collection: 'notes', paths: [file], choice: {} },
    { nowMs: Date.now },
  );
  const numbers = workspace.documentQueries.numbers({ collectionId });
  workspace.labelledSets.freeze(
    'gold',
    {},
    numbers.map((number, at) => {
      const label = at % 2 === 0 ? 'yes' : 'no';
      const annotations = [{ kind: 'class', label, origin } as const];
      return { ...workspace.documents.identity(number), annotations };
    }),
  );
  const order = { set: 'gold', version: 1, labels: 'classes', model: 'm', folds: 2 } as const;
  const planJson = JSON.stringify(planLabelCheck({ ...order, frozenEncoder: true }));
  const study = workspace.studies.create({ name: 'look-at-gold', planJson });
  for (const { key, kind, model, task, fold } of listRuns(readPlan(planJson, 'plan'))) {
    const identity = { key, kind, model, task, fold, configurationHash: 'hash' };
    const run = workspace.runs.ensure(study.id, identity);
    workspace.runs.setState(run.id, 'running', { engine: 'onnx-cpu', engineSource: 'command' });
    const predictions: FoldPredictions = {
      kind: 'classification',
      classes: ['no', 'yes'],
      notes: numbers.flatMap((_, at) => {
        const truth = at % 2 === 0 ? 1 : 0;
        const belief = at === 4 ? -3 : at === 5 ? -1 : 3;
        const logits = truth === 1 ? [0, belief] : [0, -belief];
        return at % 2 === fold ? [{ id: `n${at}`, groupId: null, truth, logits }] : [];
      }),
    };
    workspace.runs.finish(run.id, { metrics: [], summary: {}, predictions });
  }
}

describe.skipIf(missing.length > 0)(
  `label errors${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let window: OpenedWindow;
    const folder = mkdtempSync(join(tmpdir(), 'anamnesis-label-errors-'));

    beforeAll(async () => {
      window = await openWindow();
      const file = join(folder, 'notes.csv');
      const notes = Array.from({ length: 6 }, (_, at) => `n${at};"${twiceText(at)}"`);
      writeFileSync(file, ['id;tekst', ...notes].join('\n'));
      await putCheck(window.host.workspace, file);
      await signIn(window.page, window.host.server.url);
    });
    afterEach((story) => {
      story.onTestFailed(() => window.photograph('broken-label-errors'));
    });
    afterAll(async () => {
      await window.close();
      rmSync(folder, { recursive: true });
    });

    it('one key keeps or changes what a model does not believe, likeliest to be wrong first', async () => {
      const { page } = window;
      await page.getByRole('link', { name: 'Documents' }).press('Enter');
      await page.getByRole('link', { name: 'gold', exact: true }).press('Enter');
      await page.getByRole('link', { name: 'Labels that may be wrong' }).press('Enter');
      await page.getByRole('button', { name: /^Walk through what/ }).press('Enter');
      const queue = page.getByRole('region', { name: 'Labels in doubt' });
      await queue.getByText('2 labels').waitFor();
      await queue.locator('[aria-current="true"]').getByText('n4').waitFor();
      await queue.getByText('Patiënt 4 heeft acute koorts').waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await window.photograph(`label-errors-${colorScheme}`, { width: 1440, height: 900 });
        await window.photograph(`label-errors-${colorScheme}`, { width: 1024, height: 768 });
      }
      await page.keyboard.press('c');
      await queue.getByText('0 kept, 1 changed').waitFor();
      await queue.locator('[aria-current="true"]').getByText('n5').waitFor();
      await page.keyboard.press('k');
      await queue.getByText('1 kept, 1 changed').waitFor();
      await page.keyboard.press('Delete');
      await queue.getByText('0 kept, 1 changed').waitFor();
    });

    it('what was changed makes the next version, compared with the one before', async () => {
      const { page } = window;
      await page.getByRole('button', { name: 'Make the next version' }).press('Enter');
      await page.getByText('Version 2 has 1 changed label.').waitFor();
      await page.getByText('1 document has other labels than before, 5 are the same.').waitFor();
      await window.photograph('label-errors-applied');
      await page.getByRole('link', { name: 'See and export it' }).press('Enter');
      await page.getByRole('heading', { name: 'gold' }).waitFor();
      expect(window.complaints).toEqual([]);
      expect(window.strayRequests).toEqual([]);
    });
  },
);
