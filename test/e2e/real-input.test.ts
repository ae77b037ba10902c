import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { flattenSet } from '#core/collection/sets/flatten-set.ts';
import { importModel } from '#core/library/import-model.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';
import { showPlanText } from './write-plan.ts';

/** The data that people bring, through the window: imported, searched, frozen, counted, trained on. */
const data = resolve('../shared/data');
const missing = [
  ...listMissing(),
  ...(existsSync(data) ? [] : ['../shared/data, which is not ours to pass on']),
];

/** What ../shared/data/README.md says of each. */
const sources = [
  { name: 'cantemist', paths: ['cantemist/train', 'cantemist/dev1'], documents: 501 + 250 },
  { name: 'monero', paths: ['monero/MoNERo.txt'], documents: 4_984 },
  { name: 'nubes', paths: ['nubes/nubes_negation_1838.csv'], documents: 1_838 },
  { name: 'casos', paths: ['mlm/es_clinical_cases.txt'], documents: null },
  { name: 'wikipedia-nl', paths: ['mlm/nl_wikipedia_covid.txt'], documents: null },
] as const;

const plan = {
  name: 'real-input',
  title: 'Real input',
  seed: 7,
  corpora: {
    encyclopaedia: { collection: 'wikipedia-nl', lineUnit: 'sentence' },
  },
  vocabularies: { words: { corpora: ['encyclopaedia'], size: 800 } },
  models: {
    small: {
      start: {
        kind: 'scratch',
        vocabulary: 'words',
        layers: 1,
        hiddenSize: 32,
        heads: 2,
        intermediateSize: 64,
        maxPositions: 64,
      },
    },
  },
  tasks: {
    neoplasms: { kind: 'entities', data: { set: 'higado' }, folds: 2, epochs: 1, maxTokens: 64 },
    disorders: { kind: 'entities', data: { set: 'pacient' }, folds: 2, epochs: 1, maxTokens: 64 },
    negation: {
      kind: 'classification',
      data: { set: 'fiebre' },
      folds: 2,
      epochs: 1,
      maxTokens: 64,
    },
  },
};

describe.skipIf(missing.length > 0)(
  `real input${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  { timeout: 600_000 },
  () => {
    let window: OpenedWindow;
    beforeAll(async () => {
      window = await openWindow();
      await signIn(window.page, window.host.server.url);
      await window.page.getByRole('link', { name: 'Documents' }).click();
    });
    afterEach((story) => {
      story.onTestFailed(() => window.photograph('broken-real-input'));
    });
    afterAll(() => window.close());

    const toDocuments = () =>
      window.page.getByRole('link', { name: 'Documents', exact: true }).press('Enter');
    const figures = () => window.page.getByRole('region', { name: 'Figures' });
    const freezeAs = async (set: string) => {
      const { page } = window;
      await page.getByRole('button', { name: 'Freeze as set…' }).press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Freeze as set' });
      await dialog.getByText(/would be frozen/).waitFor();
      await dialog.getByRole('combobox', { name: 'Name of the set' }).fill(set);
      await page.keyboard.press('Enter');
      await dialog.getByText(`Frozen as ${set}, version 1.`).waitFor();
      await dialog.getByRole('button', { name: 'Close' }).press('Enter');
    };
    const freeze = async (words: string, set: string) => {
      const { page } = window;
      await page.getByRole('searchbox', { name: 'Search the texts' }).fill(words);
      await figures().getByText('Of the documents chosen above').waitFor();
      await freezeAs(set);
    };
    const openCollection = async (name: string) => {
      await toDocuments();
      await window.page.getByRole('link', { name, exact: true }).press('Enter');
      await window.page.getByRole('heading', { name, level: 1 }).waitFor();
    };

    it.each(sources)('$name is imported whole', async ({ name, paths, documents }) => {
      const { page } = window;
      await page.getByRole('link', { name: 'Import documents' }).first().press('Enter');
      const whole = paths.map((path) => `${data}/${path}`).join('\n');
      await page.getByRole('textbox', { name: 'Files and folders' }).fill(whole);
      if (documents === null) {
        await page.getByText('How it is read').click();
        await page
          .getByRole('combobox', { name: 'One document of a text is' })
          .selectOption('line');
      }
      await page.getByRole('button', { name: 'Look' }).press('Enter');
      await page.getByRole('table', { name: 'First documents' }).waitFor();
      if (name === 'nubes') {
        await page.getByRole('combobox', { name: 'Class' }).selectOption('label');
        await page.getByRole('combobox', { name: 'Id' }).selectOption('note_id');
      }
      await page.getByRole('combobox', { name: 'Collection' }).fill(name);
      await page.getByRole('button', { name: 'Import', exact: true }).press('Enter');
      const note = page.getByRole('region', { name: `Import into ${name}` });
      await note.getByText('are new').waitFor({ timeout: 300_000 });
      const stored = window.host.workspace.collections.findByName(name)?.documentCount;
      if (documents === null) expect(stored).toBeGreaterThan(100);
      else expect(stored).toBe(documents);
      await toDocuments();
    });

    it('CANTEMIST keeps all mentions, those that overlap too, and flattens for training alone', async () => {
      const { host } = window;
      await openCollection('cantemist');
      await figures()
        .getByRole('row', { name: /MORFOLOGIA_NEOPLASIA.* 9,737$/ })
        .waitFor();
      await freezeAs('tumores');
      const frozen = host.workspace.labelledSets.get('tumores');
      expect(frozen.annotationCount).toBe(6_396 + 3_341);
      const { problems } = flattenSet(host.workspace, frozen, 'tagged-sentences');
      const lost = problems.losses?.filter(({ rule }) => rule === 'brat-overlap');
      expect(lost).toEqual([
        { rule: 'brat-overlap', label: 'MORFOLOGIA_NEOPLASIA', count: 77 + 63 },
      ]);
      await window.photograph('real-cantemist');
    });

    it('is searched, and what is found is frozen as a set', async () => {
      const { page } = window;
      await freeze('hepatocarcinoma', 'higado');
      await openCollection('monero');
      await freeze('pacient*', 'pacient');
      await openCollection('nubes');
      await freeze('fiebre', 'fiebre');
      await openCollection('casos');
      await page.getByRole('searchbox', { name: 'Search the texts' }).fill('"dolor abdominal"');
      await figures().getByText('Of the documents chosen above').waitFor();
      await page.getByRole('link').filter({ hasText: 'es_clinical_cases' }).first().press('Enter');
      await page.locator('[data-document-text]').getByText('dolor abdominal').first().waitFor();
    });

    it('has tokens under the vocabulary of a model, by source', async () => {
      const { page, host } = window;
      const { stored } = await importModel(host.workspace, `${data}/tiny-bert`, {
        name: 'tiny',
        whenTaken: 'refuse',
      });
      await openCollection('nubes');
      const tokens = page.getByRole('region', { name: 'Tokens' });
      await tokens.getByRole('combobox', { name: 'Vocabulary of' }).selectOption(stored.id);
      await tokens.getByRole('button', { name: 'Count tokens' }).press('Enter');
      await tokens.getByText('of 1,838 documents').waitFor();
      const tokenizer = openTokenizer(stored.tokenizerFiles);
      const { id: collectionId } = host.workspace.collections.findByName('nubes')!;
      const numbers = host.workspace.documentQueries.numbers({ collectionId });
      const total = numbers.reduce(
        (sum, number) =>
          sum + tokenizer.encode(host.workspace.documents.get(number).text).ids.length,
        0,
      );
      const shown = total.toLocaleString('en');
      await tokens.getByRole('row', { name: `nubes_negation_1838.csv 1,838 ${shown}` }).waitFor();
      await window.photograph('real-tokens');
    });

    it('is what a study trains on, from sets and a corpus of the workspace', async () => {
      const { page, host } = window;
      await page.getByRole('link', { name: 'Studies' }).press('Enter');
      await page.getByRole('link', { name: 'New study' }).first().press('Enter');
      await (await showPlanText(page)).fill(JSON.stringify(plan, null, 2));
      await page.getByRole('button', { name: 'Start' }).press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Start it all the same?' });
      const started = page.getByRole('heading', { name: 'Real input' });
      await dialog.or(started).first().waitFor();
      // What is remarked of small sets is asked about first.
      await page.evaluate(`document.querySelector('dialog[open] button:last-of-type')?.click()`);
      await started.waitFor();
      const { workspace } = host;
      const stateOf = () => workspace.studies.findByName('real-input')?.state;
      await expect.poll(stateOf, { timeout: 400_000 }).toBe('finished');
      const study = workspace.studies.findByName('real-input')!;
      const keys = workspace.runs.listByStudy(study.id).map(({ key }) => key);
      expect(keys.filter((key) => key.startsWith('fine-tune/'))).toHaveLength(6);
      await page.getByRole('link', { name: 'Results' }).first().click();
      await window.photograph('real-results');
    });
  },
);
