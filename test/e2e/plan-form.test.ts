import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import { freezeSet } from '#core/collection/sets/freeze-set.ts';
import { judgePage } from './judge-page.ts';
import { listOverflow } from './list-overflow.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';
import { typeByKeyboard } from './type-by-keyboard.ts';

/** A study is planned and started with the form, by keyboard alone and without a line of JSON. */
const missing = listMissing();
const steps = ['What for', 'Data', 'Models', 'Last look'] as const;
const sizes = [
  { width: 1024, height: 768 },
  { width: 1440, height: 900 },
];

describe.skipIf(missing.length > 0)(
  `the form of a study (needs ${missing.join(', ') || 'nothing more'})`,
  () => {
    let window: OpenedWindow;

    beforeAll(async () => {
      window = await openWindow();
      const { workspace, planFolder } = window.host;
      const column = (name: string) => ({ column: name, heading: null });
      const mapping = {
        text: [column('text')],
        ...{ label: 'label', id: 'note_id', patient: 'patient_id' },
        ...{ date: null, language: null, kind: null },
      };
      await importDocuments(
        workspace,
        {
          collection: 'Outpatient notes',
          paths: [join(planFolder, 'notes/nl-hiv-test.csv')],
          choice: { options: { mapping } },
        },
        { nowMs: Date.now },
      );
      await importDocuments(
        workspace,
        {
          collection: 'Clinical letters',
          paths: [join(planFolder, 'corpora/nl-clinical.txt')],
          choice: {},
        },
        { nowMs: Date.now },
      );
      freezeSet(workspace, 'HIV test', { collections: ['Outpatient notes'] });
      await signIn(window.page, window.host.server.url);
      await window.page.getByRole('link', { name: 'New study' }).first().waitFor();
    });
    afterEach((story) => {
      story.onTestFailed(() => window.photograph('broken-plan-form'));
    });
    afterAll(() => window.close());

    const written = async () => {
      const draft = await window.page.evaluate<string | null>(
        `document.querySelector('textarea[aria-label="Plan"]')?.value ?? null`,
      );
      return draft === null ? null : (JSON.parse(draft) as Record<string, unknown>);
    };

    test(
      'leads from a purpose to a running study, by keyboard alone',
      { timeout: 300_000 },
      async () => {
        const { page, host } = window;
        const { goTo, press, replace, choose } = typeByKeyboard(page);
        await press('link', 'New study');
        await page.getByRole('heading', { name: 'New study' }).waitFor();
        await goTo('radio', 'Does adapting a model help screening?');
        await page.keyboard.press('Space');
        await replace('textbox', 'Name', 'by-keyboard');
        await press('button', 'Next: Data');

        await choose('combobox', 'Labelled set of the workspace', /HIV test/);
        await press('button', 'Add');
        await page.getByRole('heading', { name: 'HIV test' }).waitFor();
        for (const [field, value] of [
          ['Folds', '2'],
          ['Epochs', '1'],
          ['Longest text', '32'],
        ]) {
          await replace('textbox', field, value);
        }
        await choose('combobox', 'Collection of the workspace', /Clinical letters/);
        await press('button', 'Add');
        await page.getByRole('heading', { name: 'clinical-letters' }).waitFor();
        await press('button', 'Next: Models');

        await press('button', 'New model');
        await page.getByRole('heading', { name: 'new-model', exact: true }).waitFor();
        await page.getByRole('heading', { name: 'new-model-adapted' }).waitFor();
        await replace('textbox', 'Layers', '1');
        await replace('textbox', 'Hidden size', '64');
        await replace('textbox', 'Size of the vocabulary', '600');
        await replace('textbox', 'Epochs', '1');
        await replace('textbox', 'Longest text', '32');
        await press('button', 'Next: Last look');
        await page.getByText('Nothing was found that would end the study.').waitFor();
        await page.getByText(/1 vocabulary, 1 pre-training, 4 baselines, 4 fine-tunings/).waitFor();
        await press('button', 'Start');
        await page.getByRole('heading', { name: 'by-keyboard' }).waitFor();
        await expect
          .poll(() => host.workspace.studies.findByName('by-keyboard')?.state)
          .toMatch(/running|finished/);
        await expect
          .poll(() => host.workspace.studies.findByName('by-keyboard')?.state, { timeout: 240_000 })
          .toBe('finished');
      },
    );

    test('says at the field what is wrong, in words, and leads there', async () => {
      const { page } = window;
      await page.goto(`${new URL(host()).origin}/#/new`);
      await page.getByRole('radio', { name: 'Which of these models is better?' }).check();
      await page.getByRole('button', { name: 'Next: Data' }).click();
      const sets = page.getByRole('combobox', { name: 'Labelled set of the workspace' });
      await sets.selectOption({ index: 1 });
      await page.getByRole('button', { name: 'Add', exact: true }).first().click();
      await page.getByRole('textbox', { name: 'Folds' }).fill('1');
      await page.getByText('Expected at least 2, found 1.').first().waitFor();
      await page.getByRole('button', { name: 'Step 2: Data, 1 to mend' }).waitFor();
      await page.getByRole('textbox', { name: 'Folds' }).fill('90');
      await page
        .getByText(/Use fewer folds/)
        .first()
        .waitFor();
      await page.getByRole('button', { name: 'Start', exact: true }).click();
      await page.getByText('task hiv-test').first().waitFor();
      await window.photograph('form-problems');
      await page.getByRole('button', { name: 'Show', exact: true }).last().click();
      await page.getByRole('textbox', { name: 'Folds' }).waitFor();
      await page.getByRole('textbox', { name: 'Folds' }).fill('10');
    });

    test('what begins like a default is typed whole', async () => {
      const { page } = window;
      const { replace } = typeByKeyboard(page);
      // The default is 10.
      await replace('textbox', 'Folds', '100');
      const folds = page.getByRole('textbox', { name: 'Folds' });
      await expect.poll(() => folds.inputValue()).toBe('100');
      await folds.fill('10');
    });

    test('the text beside it is the same plan, and what the form does not know stays', async () => {
      const { page } = window;
      await page.getByRole('button', { name: 'Show the plan as text' }).click();
      const plan = page.getByRole('textbox', { name: 'Plan', exact: true });
      const before = (await written()) ?? {};
      expect(before).toMatchObject({ tasks: { 'hiv-test': { kind: 'classification' } } });
      const more = {
        labels: { yes: 'test', no: null },
        classWeights: { test: 3 },
        mine: { keep: 'me' },
      };
      const changed = structuredClone(before) as { tasks: Record<string, object> };
      changed.tasks['hiv-test'] = { ...changed.tasks['hiv-test'], ...more };
      await plan.fill(JSON.stringify(changed));
      await page.getByText('{"keep":"me"}').waitFor();
      await page.getByRole('textbox', { name: 'Epochs' }).fill('3');
      await expect
        .poll(written)
        .toMatchObject({ tasks: { 'hiv-test': { ...more, epochs: 3, kind: 'classification' } } });
      await plan.fill('{ "name": ');
      await page.getByText('The text beside it is not JSON at the moment').waitFor();
      await window.photograph('form-beside-text', { width: 1440, height: 900 });
      await plan.fill(JSON.stringify(before));
      await page.getByRole('textbox', { name: 'Epochs' }).waitFor();
    });

    test('classes are merged and weighed, keywords written, folds stopped early, without JSON', async () => {
      const { page } = window;
      await page.getByRole('group', { name: 'Step 2: Data' }).waitFor();
      await page.getByText('Classes', { exact: true }).click();
      await page.getByRole('textbox', { name: 'Weight of offer-test' }).fill('2,5');
      await page.getByRole('textbox', { name: 'Weight of offer-test' }).press('Tab');
      await page.getByRole('checkbox', { name: 'keywords' }).check();
      await page.getByRole('textbox', { name: 'Terms, one a line' }).fill('fever\nweight loss');
      await page.keyboard.press('Tab');
      await page.getByRole('combobox', { name: 'Class of notes with a term' }).fill('offer-test');
      await page.keyboard.press('Tab');
      await page.getByRole('combobox', { name: 'Class of all others' }).fill('no-test');
      await page.keyboard.press('Tab');
      await page.getByRole('combobox', { name: 'Language of negating words' }).selectOption('nl');
      await expect.poll(written).toMatchObject({
        tasks: {
          'hiv-test': {
            classWeights: { 'offer-test': 2.5 },
            keywords: {
              class: 'offer-test',
              otherwise: 'no-test',
              language: 'nl',
              terms: ['fever', 'weight loss'],
            },
          },
        },
      });
      await window.photograph('form-classes', { width: 1440, height: 900 });
      await page.getByRole('textbox', { name: 'Weight of offer-test' }).fill('');
      await page.getByRole('textbox', { name: 'Weight of offer-test' }).press('Tab');
      await page.getByRole('textbox', { name: 'What no-test is called' }).fill('offer-test');
      await page.getByRole('textbox', { name: 'What no-test is called' }).press('Tab');
      await expect
        .poll(written)
        .toMatchObject({ tasks: { 'hiv-test': { labels: { 'no-test': 'offer-test' } } } });
      await page
        .getByText(/examples of at least two classes/)
        .first()
        .waitFor();
      await page.getByRole('textbox', { name: 'What no-test is called' }).fill('');
      await page.getByRole('textbox', { name: 'What no-test is called' }).press('Tab');
      await page.getByRole('checkbox', { name: 'Stop each fold' }).check();
      await page.getByRole('textbox', { name: 'Epochs without a better one' }).fill('3');
      await page.getByRole('combobox', { name: 'Measure of an epoch' }).selectOption('score');
      const stopped = { earlyStop: { patience: 3, measure: 'score' } };
      await expect.poll(written).toMatchObject({ tasks: { 'hiv-test': stopped } });
      await page.getByRole('checkbox', { name: 'keywords' }).uncheck();
      await page.getByRole('button', { name: 'Remove Keywords that decide' }).click();
      await expect.poll(async () => JSON.stringify(await written())).not.toContain('keywords');
    });

    test('a task is carried over to another language, its labels mapped, without JSON', async () => {
      const { page } = window;
      await page.getByRole('button', { name: /: What for/ }).click();
      await page
        .getByRole('radio', { name: 'Does a task carry over to another language?' })
        .check();
      const before = (await written()) as { readonly tasks: object } | null;
      const taskOf = (language: string) => ({
        ...{ kind: 'entities', folds: 3, epochs: 1, maxTokens: 32 },
        data: { format: 'brat', files: [`entities/${language}-brat`] },
      });
      const tasks = { ...before?.tasks, es: taskOf('es'), ro: taskOf('ro') };
      const plan = page.getByRole('textbox', { name: 'Plan', exact: true });
      await plan.fill(JSON.stringify({ ...before, tasks }));
      await page
        .getByRole('button', { name: /: Data/ })
        .first()
        .click();
      await page.getByRole('combobox', { name: 'Learn from' }).selectOption('es');
      await page.getByRole('combobox', { name: 'Test on' }).selectOption('ro');
      await page
        .locator('form', { hasText: 'Test on' })
        .getByRole('button', { name: 'Add' })
        .click();
      await page.getByRole('heading', { name: /es.* → .*ro/ }).waitFor();
      await page.getByRole('combobox', { name: 'What DISO is tested as' }).selectOption('DISO');
      await page.getByRole('combobox', { name: 'What CHEM is tested as' }).selectOption('Left out');
      await page
        .getByText(/CHEM/)
        .getByText(/none that becomes/)
        .first()
        .waitFor();
      await page
        .getByRole('combobox', { name: 'What CHEM is tested as' })
        .selectOption('the same name');
      await page.getByRole('checkbox', { name: 'Go on with a few examples' }).check();
      await page.getByRole('textbox', { name: 'Examples, separated by commas' }).fill('10, all');
      await page.keyboard.press('Tab');
      const transfer = { source: 'es', target: 'ro', labels: { DISO: 'DISO' } };
      await expect.poll(written).toMatchObject({
        transfers: { 'es-ro': { ...transfer, fewShot: { examples: [10, 'all'] } } },
      });
      await window.photograph('form-transfer', { width: 1440, height: 900 });
    });

    test.each(steps)('%s breaks no rule of axe and cuts nothing', async (step) => {
      const { page } = window;
      const hide = page.getByRole('button', { name: /^Hide the plan/ });
      // eslint-disable-next-line no-restricted-syntax -- whatever the test before left
      if ((await hide.count()) > 0) await hide.click();
      const leading = page.getByRole('button', { name: new RegExp(`: ${step}`) });
      await leading.first().click();
      await window.quiet();
      for (const size of sizes) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize(size);
          await page.emulateMedia({ colorScheme });
          await page.evaluate(`Promise.all(document.getAnimations().map((each) => each.finished))`);
          await window.photograph(`form-${step.replace(' ', '-')}-${colorScheme}`, size);
          expect(await judgePage(page), `${size.width} ${colorScheme}`).toEqual([]);
        }
        await expect
          .poll(() => page.evaluate<string[]>(listOverflow), { message: `${size.width}` })
          .toEqual([]);
      }
    });

    test.each(['nl', 'es', 'ro'])('in %s nothing is cut', async (language) => {
      const { page } = window;
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 1024, height: 768 });
      await page.locator('select:has(option[value="ro"])').first().selectOption(language);
      for (const number of [0, 1, 2, 3]) {
        await page.locator('nav ol button').nth(number).click();
        await window.quiet();
        await expect.poll(() => page.evaluate<string[]>(listOverflow)).toEqual([]);
        await window.photograph(`form-${language}-${number + 1}`, { width: 1024, height: 768 });
      }
    });

    test('broke no rule of its own policy', () => {
      expect(window.complaints).toEqual([]);
      expect(window.strayRequests).toEqual([]);
    });

    const host = () => window.host.server.url;
  },
);
