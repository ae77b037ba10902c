import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillWorkspace } from './fill-workspace.ts';
import { judgePage } from './judge-page.ts';
import { listOverflow } from './list-overflow.ts';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';

/** Every page, with names as nobody wishes them: judged by axe, measured, and photographed. */
const missing = listMissing();
const pages = [
  'studies',
  'new-study',
  'models',
  'model',
  'collections',
  'import',
  'collection',
  'document',
  'frozen-document',
  'set',
  'engines',
  'audit',
  'workspaces',
  'progress',
  'results',
  'corpora',
  'curves',
  'threshold',
  'errors',
  'across',
  'study-models',
  'report',
  'plan',
  'change',
  'annotation',
  'new-project',
  'project',
  'annotate',
  'agreement',
  'settling',
  'settle',
  'corrections',
  'label-errors',
  'geometry',
  'explanations',
  'screening',
  'release-model',
  'worklist',
  'watching',
] as const;
const documentPages = new Set<string>([
  'collections',
  'import',
  'collection',
  'document',
  'frozen-document',
  'set',
]);
const schemes = ['light', 'dark'] as const;
const sizes = [
  { width: 1024, height: 768 },
  { width: 1440, height: 900 },
];

describe.skipIf(missing.length > 0)(
  `Every page (needs ${missing.join(', ') || 'nothing more'})`,
  () => {
    let window: OpenedWindow;
    let filled: Awaited<ReturnType<typeof fillWorkspace>>;
    beforeAll(async () => {
      window = await openWindow();
      filled = await fillWorkspace(window.host);
      await signIn(window.page, window.host.server.url);
      await window.page.getByRole('link', { name: 'Documents' }).waitFor();
    });
    afterAll(async () => {
      await window.close();
      filled.remove();
    });

    const open = async (name: (typeof pages)[number]) => {
      const { page, host } = window;
      await page.goto(`${new URL(host.server.url).origin}/#/${filled.routes[name]}`);
      await page.reload();
      await window.quiet();
    };

    const judge = () => judgePage(window.page);

    test('is on the list', () => {
      expect([...pages].sort()).toEqual(Object.keys(filled.routes).sort());
    });

    test('axe sees a picture without words, so that it would see the rest', async () => {
      await open('studies');
      await window.page.evaluate(
        `document.querySelector('#main').append(document.createElement('img'))`,
      );
      expect((await judge()).map((told) => told.split(':')[0])).toEqual(['image-alt']);
    });

    test.each(pages)('%s breaks no rule of axe, cuts nothing and is no wider', async (name) => {
      const { page } = window;
      await page.setViewportSize(sizes[0]);
      await open(name);
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        expect(await judge(), colorScheme).toEqual([]);
      }
      for (const size of sizes) {
        await page.setViewportSize(size);
        for (const colorScheme of documentPages.has(name) ? schemes : (['light'] as const)) {
          await page.emulateMedia({ colorScheme });
          await window.photograph(`hard-${name}-${colorScheme}`, size);
        }
        await expect
          .poll(() => page.evaluate<string[]>(listOverflow), { message: `${size.width}` })
          .toEqual([]);
      }
    });
  },
);
