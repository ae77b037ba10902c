import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPseudoWindow } from './build-pseudo-window.ts';
import { enteredPlan, enterStudy } from './enter-study.ts';
import { listUnwrapped } from './list-unwrapped.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

/** Every message stands between « and » and is a third longer: what is not wrapped is no message. */
const missing = listMissing();
const routes = [
  '',
  'new',
  'models',
  'documents',
  'documents/import',
  'screening',
  'engines',
  'audit',
  'workspaces',
  'studies/STUDY/progress',
  'studies/STUDY/results',
  'studies/STUDY/results/hiv-test/curves',
  'studies/STUDY/results/hiv-test/threshold',
  'studies/STUDY/results/hiv-test/errors',
  'studies/STUDY/results/hiv-test/across',
  'studies/STUDY/corpora',
  'studies/STUDY/models',
  'studies/STUDY/report',
  'studies/STUDY/plan',
  'studies/STUDY/change',
];
/** The same in every language, and what is made of an answer: a moment, the last part of a path. */
const always = [
  /^(?:Anamnesis|CSV|JSON)$/,
  /^\d{1,2} \p{L}{3,4} \d{4}, \d\d:\d\d:\d\d$/u,
  /^nl-clinical\.txt$/,
  /^entered-report\.html$/,
  // Sizes are put into words by Intl, in the language of the page.
  /^[\d.,]+ (?:bytes|kB|MB|GB)$/,
  // Files that are handed out, each by its name.
  /^[a-z_-]+\.(?:csv|py)$/,
];
const bare = (text: string) => text.trim().replace(/[.:]$/, '');

/** All texts in an answer of the host: names, and what the core still says in English. */
function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield bare(value);
  else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) yield* textsOf(each);
  }
}

describe.skipIf(missing.length > 0)(
  `The window in longer words (needs ${missing.join(', ') || 'nothing more'})`,
  () => {
    let window: OpenedWindow;
    let studyId: string;
    const answered = new Set<string>();
    const keep = (json: string) => {
      for (const text of textsOf(JSON.parse(json))) answered.add(text);
    };
    /** No message says it, and the host did not. */
    const isForgotten = (text: string) =>
      !answered.has(bare(text)) && !always.some((pattern) => pattern.test(text));
    const folder = mkdtempSync(join(tmpdir(), 'anamnesis-pseudo-'));
    beforeAll(async () => {
      await buildPseudoWindow(folder);
      window = await openWindow(folder);
      window.page.on('response', (response) => {
        if (response.request().resourceType() !== 'fetch') return;
        void response.text().then(keep, () => undefined);
      });
      window.page.on('websocket', (socket) => {
        socket.on('framereceived', ({ payload }) => {
          keep(String(payload));
        });
      });
      studyId = enterStudy(window.host, { plan: enteredPlan });
      await window.page.setViewportSize({ width: 1024, height: 768 });
      await signIn(window.page, window.host.server.url);
      await window.page.getByText('«Studies').first().waitFor();
    });
    afterAll(async () => {
      await window.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const open = async (route: string) => {
      const { page, host } = window;
      await page.goto(`${new URL(host.server.url).origin}/#/${route.replace('STUDY', studyId)}`);
      await page.reload();
      await window.quiet();
      await page.locator('#main').waitFor();
    };

    test.each(routes)('#/%s shows messages and data, and no other words', async (route) => {
      await open(route);
      await expect
        .poll(() =>
          window.page.evaluate<string[]>(listUnwrapped).then((all) => all.filter(isForgotten)),
        )
        .toEqual([]);
    });

    test.each(routes)('#/%s fits into a window of 1024 pixels', async (route) => {
      await open(route);
      await window.photograph(`pseudo-${route.replaceAll('/', '-')}`, { width: 1024, height: 768 });
      await expect
        .poll(() =>
          window.page
            .locator('#main')
            .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
        )
        .toBe(0);
    });
  },
);
