import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { proposeScheme } from '#core/annotation/propose-scheme.ts';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import { importModel } from '#core/library/import-model.ts';
import { createProject } from '#core/review/projects/create-project.ts';
import { applyAction } from '#core/review/work/apply-action.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { writeCheckpoint } from '../fixtures/exported-model/export-micro-model.ts';
import { makeMicroModel } from '../fixtures/exported-model/micro-model.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

/** What comes next is ordered by chance and by a model that learns here, while people go on. */
const missing = listMissing();
const classes = ['O', 'B-FINDING', 'I-FINDING'] as const;

/** Thirty notes, of which the first sixteen are done; four are drawn for a test. */
function labelSome(workspace: Workspace, collectionId: number): void {
  const person = workspace.persons.first().id;
  const found = { classes: [...classes], hasSeveral: false, types: [], attributes: {} };
  const { project } = createProject(workspace, {
    name: 'Fever',
    createdBy: person,
    documents: { filter: { collectionId } },
    scheme: proposeScheme(found),
    guidelines: '',
    settings: {
      order: { kind: 'listed' },
      doubleShare: 0,
      testCount: 4,
      suggestions: 'shown',
      begin: 'empty',
    },
    annotators: [{ person, most: null }],
  });
  const numbers = workspace.annotationQueue.numbers({ projectId: project.id, person });
  for (const [at, number] of numbers.slice(0, 16).entries()) {
    const edits = [
      { kind: 'class-set', label: classes[at % 3] },
      { kind: 'state', state: 'done' },
    ] as const;
    const documents = [{ number, revision: 0, edits }];
    applyAction(workspace, { projectId: project.id, person, documents });
  }
}

describe.skipIf(missing.length > 0)(
  `what comes next${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let window: OpenedWindow;
    let page: Page;
    const folder = mkdtempSync(join(tmpdir(), 'anamnesis-next-'));

    beforeAll(async () => {
      window = await openWindow();
      ({ page } = window);
      const { workspace, planFolder } = window.host;
      const model = join(planFolder, 'sequence');
      writeCheckpoint(model, makeMicroModel('bert', 'sequence'));
      await importModel(workspace, model, { whenTaken: 'refuse' });
      const notes = Array.from(
        { length: 30 },
        (_, at) => `n${at};"patient ${at} has fever, cough"`,
      );
      writeFileSync(join(folder, 'notes.csv'), ['id;tekst', ...notes].join('\n'));
      const request = { collection: 'letters', paths: [join(folder, 'notes.csv')], choice: {} };
      const { collectionId } = await importDocuments(workspace, request, { nowMs: Date.now });
      labelSome(workspace, collectionId);
      await signIn(page, window.host.server.url);
      await page.getByRole('link', { name: 'Annotation' }).press('Enter');
      await page.getByRole('link', { name: 'Fever' }).press('Enter');
    });
    afterEach((story) => {
      story.onTestFailed(() => window.photograph('broken-next'));
    });
    afterAll(async () => {
      await window.close();
      rmSync(folder, { recursive: true });
    });

    const look = async (name: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await window.photograph(`${name}-${colorScheme}`, { width: 1440, height: 900 });
        await window.photograph(`${name}-${colorScheme}`, { width: 1024, height: 768 });
        await page.evaluate(axe.source);
        const violations = async () => {
          const judged = await page.evaluate<{ violations: { id: string; nodes: object[] }[] }>(
            `axe.run(document, { resultTypes: ['violations'] })`,
          );
          return judged.violations.map(({ id, nodes }) => `${id} ${JSON.stringify(nodes)}`);
        };
        // After the pictures: colours that were in motion have come to rest.
        await expect.poll(violations, { timeout: 5_000 }).toEqual([]);
      }
    };
    const rests = () => page.getByRole('region', { name: 'Then: the rest' });
    const form = () => page.getByRole('region', { name: 'Order the rest' });
    const order = () => form().getByRole('button', { name: 'Order 14 documents' }).press('Enter');

    it('shows the slice for a test first, and lets the rest come by chance', async () => {
      await page
        .getByRole('navigation', { name: 'Parts of Fever' })
        .getByRole('link', { name: 'What comes next' })
        .press('Enter');
      const test = page.getByRole('region', { name: 'First: the slice for a test' });
      await test.getByText('4 documents were drawn by chance').waitFor();
      await test.getByText('4 of 4 done').waitFor();
      await rests().getByText('As when the project was made.').waitFor();
      await look('next');
      await form()
        .getByRole('radio', { name: /What the model is least sure of/ })
        .focus();
      await page.keyboard.press('ArrowUp');
      await form().getByRole('spinbutton', { name: 'Seed' }).fill('7');
      await page.keyboard.press('Enter');
      await form().getByText('14 documents come first now.').waitFor();
      await rests().getByText('By chance').waitFor();
      const entries = window.host.workspace.audit.entriesOf(['project.ordered']);
      expect(entries.map(({ detail }) => detail)).toEqual([
        { projectId: 1, by: 'random', seed: 7, chosen: 14 },
      ]);
    });

    it('a model learns from what was labelled while people go on, and can be stopped', async () => {
      const training = page.getByRole('region', { name: 'Let a model learn' });
      await training.getByText('It learns from 12 documents').waitFor();
      await training.getByLabel('Start from').selectOption('sequence');
      await training.getByRole('button', { name: 'Learn from what was labelled' }).press('Enter');
      await training.getByRole('link', { name: 'Model of Fever: classes' }).waitFor();
      await window.photograph('next-training', { width: 1440, height: 900 });
      await training.getByRole('button', { name: 'Stop' }).press('Enter');
      await training.getByText('Stopped').waitFor();
    });

    it('a model of the library orders the rest, and what that rests on is told', async () => {
      await form()
        .getByRole('radio', { name: /What is likely of a label/ })
        .press('Space');
      await form().getByRole('combobox', { name: 'Label' }).selectOption('B-FINDING');
      await order();
      await rests().getByText('What is likely of').waitFor();
      await rests().getByText('It learned elsewhere').waitFor();
      await form()
        .getByRole('radio', { name: /What the model is least sure of/ })
        .press('Space');
      await order();
      await rests().getByText('What the model is least sure of').waitFor();
      await window.photograph('next-ordered', { width: 1440, height: 900 });
    });

    it('a model is asked ahead, and its suggestion waits in the document that comes next', async () => {
      await page.getByRole('link', { name: 'Documents', exact: true }).last().press('Enter');
      const panel = page.getByRole('region', { name: 'Suggestions' });
      await panel.getByLabel('From a model of the library').selectOption('sequence');
      await panel.getByRole('checkbox', { name: /Ask it ahead while I label/ }).press('Space');
      await window.photograph('next-ahead', { width: 1440, height: 900 });
      await page.getByRole('button', { name: 'Go on' }).press('Enter');
      const waiting = page.getByText('1 suggestion waits');
      await waiting.waitFor();
      const { annotationSuggestions, annotationQueue, persons } = window.host.workspace;
      const [first, ...later] = annotationQueue.numbers({
        projectId: 1,
        person: persons.first().id,
        state: 'open',
      });
      const count = (number: number) => annotationSuggestions.ofDocument(1, number).length;
      await expect.poll(() => [first, ...later.slice(0, 3)].map(count)).toEqual([1, 1, 1, 1]);
      expect(
        later
          .slice(4)
          .map(count)
          .every((each) => each === 0),
      ).toBe(true);
      await page.keyboard.press('Alt+ArrowRight');
      await page.getByText('Document 18 of 30').waitFor();
      await waiting.waitFor();
    });

    it('suggests in the whole project', async () => {
      await page.getByRole('link', { name: 'Fever', exact: true }).press('Enter');
      const panel = page.getByRole('region', { name: 'Suggestions' });
      await panel.getByRole('button', { name: 'Suggest in the whole project' }).press('Enter');
      await panel.getByText('The model read 14 documents.').waitFor();
      expect(window.complaints).toEqual([]);
      expect(window.strayRequests).toEqual([]);
    });
  },
);
