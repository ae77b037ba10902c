import { existsSync, mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { findChromium } from './find-chromium.ts';
import { openStudyHost } from './open-study-host.ts';
import type { StudyHost } from './open-study-host.ts';

const photographs = 'test-results/window';

/** What a test of the window needs and this machine lacks, in words. */
export function listMissing(): string[] {
  return [
    ...(findChromium() === null ? ['Chromium: run build/install-system-packages.sh'] : []),
    ...(existsSync('out/renderer/index.html') ? [] : ['the built window: run npm run build']),
  ];
}

export interface OpenedWindow {
  readonly host: StudyHost;
  readonly page: Page;
  /** What the browser wrote as errors: a broken rule of the window's policy is among them. */
  readonly complaints: readonly string[];
  readonly photograph: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The built window in the system's browser, over a host with an empty workspace. */
export async function openWindow(): Promise<OpenedWindow> {
  mkdirSync(photographs, { recursive: true });
  const host = await openStudyHost();
  const browser = await chromium.launch(findChromium() ?? {});
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return {
    host,
    page,
    complaints,
    async photograph(name) {
      await page.screenshot({ path: `${photographs}/${name}-1280x800.png` });
    },
    async close() {
      await browser.close();
      await host.close();
    },
  };
}
