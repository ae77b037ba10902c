import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { importModel } from '#core/library/import-model.ts';
import { writeCheckpoint } from '../fixtures/exported-model/export-micro-model.ts';
import { makeMicroModel } from '../fixtures/exported-model/micro-model.ts';
import { trainMicroModel } from '../fixtures/exported-model/train-micro-model.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

/** An export with a smaller copy, as the window does it: real models, real onnxruntime, real folders. */
const missing = listMissing();
const words = ['patient', 'has', 'fever', 'no', 'cough', 'pain', 'left', 'arm', 'and', 'severe'];
const stream = new RandomStream(3, 'sample');
const texts = Array.from({ length: 120 }, () =>
  Array.from({ length: 2 + stream.integer(3) }, () => words[stream.integer(words.length)]).join(
    ' ',
  ),
);

describe.skipIf(missing.length > 0)(
  `a smaller copy${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let window: OpenedWindow;
    const inFolder = (...names: string[]) => join(window.host.planFolder, ...names);

    beforeAll(async () => {
      window = await openWindow();
      const { workspace } = window.host;
      for (const [name, model] of [
        ['doubtful', makeMicroModel('bert', 'masked')],
        ['certain', await trainMicroModel('sequence', texts)],
      ] as const) {
        writeCheckpoint(inFolder(name), model);
        await importModel(workspace, inFolder(name), { whenTaken: 'refuse' });
      }
      writeFileSync(inFolder('texts.txt'), `${texts.join('\n')}\n`);
      writeFileSync(inFolder('few.txt'), `${texts.slice(0, 9).join('\n')}\n`);
    });
    afterEach((story) => {
      story.onTestFailed(() => window.photograph('broken-smaller-copy-story'));
    });
    afterAll(() => window.close());

    const button = (name: string) => window.page.getByRole('button', { name, exact: true });
    const status = () => window.page.getByRole('status', { name: 'Work on a model' });
    const openForm = async (model: string) => {
      await window.page.getByRole('link', { name: 'Models', exact: true }).click();
      await window.page.getByRole('link', { name: model, exact: true }).click();
      await window.page.getByRole('heading', { name: model, level: 1 }).waitFor();
      await button('Export…').click();
    };

    it('is asked for with the keyboard, and refused with the figure where it answers otherwise', async () => {
      const { page } = window;
      await signIn(page, window.host.server.url);
      await openForm('doubtful');
      await page.getByLabel('New or empty folder').focus();
      await page.keyboard.type('out');
      // Past the button that lists folders.
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      const sample = page.getByLabel('File of sample texts');
      await sample.waitFor();
      await expect.poll(() => button('Export').isDisabled()).toBe(true);
      await page.keyboard.press('Tab');
      await page.keyboard.type('texts.txt');
      await window.photograph('model-export-smaller-copy');
      await page.keyboard.press('Enter');
      const refusal = page.getByRole('alert').filter({ hasText: 'smaller copy' });
      await refusal.getByText('does not answer as the model does').waitFor();
      await refusal
        .getByText(/^the same prediction for 9[0-8]\.\d\d %, a mean cosine of 0\.9\d+, of \d+/)
        .waitFor();
      await refusal.getByText('the same prediction for 99.00 %').waitFor();
      await refusal.getByText('model.quantised-disagrees').waitFor();
      // What a command line would be told is of no use here.
      await expect.poll(() => refusal.innerText()).not.toContain('--quantise');
      expect(existsSync(inFolder('out')), 'as the command does: nothing is written').toBe(false);
      await window.photograph('model-smaller-copy-refused');
    });

    it('costs nobody the model itself: one step writes it at its full size', async () => {
      const { page } = window;
      await page.reload();
      await button('Export without the smaller copy').press('Enter');
      await status()
        .getByText(/Wrote \d+ files/)
        .waitFor();
      await page.getByRole('alert').waitFor({ state: 'hidden' });
      expect(existsSync(inFolder('out', 'model.safetensors'))).toBe(true);
      expect(readdirSync(inFolder('out', 'onnx'))).toEqual(['model.onnx']);
      expect(readFileSync(inFolder('out', 'README.md'), 'utf8')).not.toContain('mean cosine');
    });

    it('is not judged on too few texts, and what was entered stands there again', async () => {
      const { page } = window;
      await openForm('certain');
      await page.getByLabel('New or empty folder').fill('both');
      await page.getByLabel('Export also a smaller copy').check();
      await page.getByLabel('File of sample texts').fill('few.txt');
      await button('Export').click();
      const refusal = page.getByRole('alert');
      await refusal.getByText('cannot show whether a smaller copy').waitFor();
      await refusal.getByText('at least 100 predictions to compare. Found: 9.').waitFor();
      await window.photograph('model-smaller-copy-few-texts');
      await expect.poll(() => page.getByLabel('New or empty folder').inputValue()).toBe('both');
      await expect.poll(() => page.getByLabel('File of sample texts').inputValue()).toBe('few.txt');
      await page.getByLabel('File of sample texts').fill('nowhere.txt');
      await button('Export').click();
      await refusal.getByText('file.missing').waitFor();
      expect(existsSync(inFolder('both'))).toBe(false);
    });

    it('is written beside the model where it answers alike, and says how much', async () => {
      const { page } = window;
      await page.getByLabel('File of sample texts').fill('texts.txt');
      await button('Export').click();
      await status()
        .getByText(/The smaller copy is among them.*same prediction for (99\.\d\d|100\.00) %/)
        .waitFor();
      expect(readdirSync(inFolder('both', 'onnx')).sort()).toEqual([
        'model.onnx',
        'model_quantized.onnx',
      ]);
      await page.getByText('exported', { exact: true }).waitFor();
      await window.photograph('model-smaller-copy-written');
    });

    it('broke no rule of the window’s own policy', () => {
      expect(window.complaints).toEqual([]);
    });
  },
);
