import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { enterStudy, enteredPlan } from './enter-study.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

/** What is on paper: all of a page, and nothing of the window around it. */
const missing = [...listMissing(), ...(hasPdfToText() ? [] : ['pdftotext: install poppler-utils'])];

function hasPdfToText(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(missing.length > 0)(
  `pages on paper${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let window: OpenedWindow;
    let studyId: string;

    beforeAll(async () => {
      window = await openWindow();
      const hasFailed = (key: string) => key.endsWith('fold-2') || key.endsWith('fold-3');
      studyId = enterStudy(window.host, { plan: enteredPlan, hasFailed });
      for (let number = 0; number < 60; number++) {
        window.host.workspace.audit.append('export.written', { studyId, files: number });
      }
      await signIn(window.page, window.host.server.url);
      await window.page.getByRole('heading', { name: 'Studies', level: 1 }).waitFor();
      await window.page.emulateMedia({ colorScheme: 'dark' });
    });
    afterEach((story) => {
      story.onTestFailed(() => window.photograph('broken-print-story'));
    });
    afterAll(() => window.close());

    /** The words on paper of the page at this address, once it shows a text. */
    const print = async (name: string, address: string, shown: string): Promise<string> => {
      const { page } = window;
      await page.evaluate(`location.hash = ${JSON.stringify(address)}`);
      await page.getByText(shown).first().waitFor();
      const file = `test-results/window/print-${name}.pdf`;
      writeFileSync(file, await page.pdf({ format: 'A4' }));
      return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    };

    it.each([
      ['studies', '#/', 'entered', ['entered', 'Finished']],
      ['engines', '#/engines', 'Engines', ['Engines']],
      ['models', '#/models', 'Import a model', ['Models']],
      ['progress', 'progress', 'What is learned before', ['Pre-training', 'hiv-test', 'adapted']],
      ['results', 'results', 'MCC in each fold', ['MCC', 'Accuracy', 'fold-3', 'adapted']],
      ['corpora', 'corpora', 'clinical', ['clinical']],
      ['study-models', 'models', 'adapted', ['general', 'adapted']],
      ['plan', 'plan', '"entered"', ['"name": "entered"', '"comparisons"', '"against": "general"']],
      ['change', 'change', 'Change the plan', ['"name": "entered"', '"against": "general"']],
    ])('%s is printed whole, without the side bar', async (name, place, shown, words) => {
      const address = place.startsWith('#') ? place : `#/studies/${studyId}/${place}`;
      const paper = await print(name, address, shown);
      for (const word of words) expect(paper).toContain(word);
      expect(paper).not.toContain('Recent studies');
      expect(paper).not.toContain('This machine only');
    });

    it('the report is printed to its end, not as far as its frame is seen', async () => {
      await window.page.evaluate(`location.hash = '#/studies/${studyId}/report'`);
      const report = window.page.frameLocator('iframe');
      await report.getByRole('heading', { level: 1 }).waitFor();
      const paper = await print('report', `#/studies/${studyId}/report`, 'entered-report.html');
      for (const word of ['Every run of the study', 'fine-tune/hiv-test/adapted/fold-3']) {
        expect(paper).toContain(word);
      }
    });

    it('the audit log has its hashes whole', async () => {
      const { headHash, entryCount } = window.host.workspace.audit.verify();
      const paper = await print('audit', '#/audit', 'Head, of');
      expect(paper.replaceAll(/\s/g, '')).toContain(headHash.slice(-16));
      expect(entryCount).toBeGreaterThan(60);
      expect(paper).toContain('files 0');
      expect(paper).toContain('files 59');
    });

    it('broke no rule of its own policy', () => {
      expect(window.complaints).toEqual([]);
    });
  },
);
