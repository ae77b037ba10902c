import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMissing, openWindow, signIn } from './open-window.ts';
import type { OpenedWindow } from './open-window.ts';
import { smallPlan } from './small-plan.ts';
import { showPlanText } from './write-plan.ts';

/** A large corpus: how far its reading is stands in the window, and it can be stopped. */
const missing = listMissing();

/** 120 MB of lines that differ: seconds of reading. */
async function writeLargeText(path: string): Promise<void> {
  const file = createWriteStream(path);
  for (let block = 0; block < 1200; block++) {
    const lines = Array.from(
      { length: 1000 },
      (_, line) => `${block}-${line} de patiënt komt op controle na opname met koorts en hoest, `,
    );
    file.write(lines.map((line) => `${line}zonder nieuwe klachten.\n`).join(''));
  }
  file.end();
  await finished(file);
}

describe.skipIf(missing.length > 0)(
  `a large corpus${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let opened: OpenedWindow;
    beforeAll(async () => {
      opened = await openWindow();
      await writeLargeText(join(opened.host.planFolder, 'corpora/large.txt'));
    });
    afterAll(() => opened.close());

    it('shows how far its reading is, and stops when that is confirmed', async () => {
      const { page, host, photograph, complaints } = opened;
      await signIn(page, host.server.url);
      await page.getByRole('link', { name: 'Write a plan' }).click();
      const plan = await showPlanText(page);
      const general = { files: ['corpora/large.txt'] };
      const corpora = { ...smallPlan.corpora, general };
      await plan.fill(JSON.stringify({ ...smallPlan, engine: 'onnx-cpu', corpora }));
      await page.getByRole('button', { name: 'Start', exact: true }).click();
      await page.getByText(/reading corpus general: \d+%/).waitFor();
      await photograph('reading');
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
      await page.getByRole('button', { name: 'Stop the study' }).click();
      await page.getByRole('button', { name: 'Resume', exact: true }).waitFor();
      await page
        .getByText(/reading corpus/)
        .first()
        .waitFor({ state: 'hidden' });
      expect(host.workspace.corpora.list()).toEqual([]);
      expect(complaints).toEqual([]);
    });
  },
);
