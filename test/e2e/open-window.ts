import { existsSync, mkdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page, ViewportSize } from 'playwright-core';
import type { StorageEnvironment } from '#core/storage/storage-context.ts';
import { findChromium } from './find-chromium.ts';
import { openStudyHost } from './open-study-host.ts';
import { watchQuiet } from './watch-quiet.ts';
import type { StudyHost } from './open-study-host.ts';

const photographs = 'test-results/window';
const smallScreen = { width: 1280, height: 800 };

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
  /** What the window asked of anybody but its own host. */
  readonly strayRequests: readonly string[];
  readonly photograph: (name: string, size?: ViewportSize) => Promise<void>;
  /** Until the page has all that it asked for. */
  readonly quiet: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * The built window in the system's browser, over a host with an empty workspace.
 * Each call of the host is held up for a moment (ANAMNESIS_ANSWER_DELAY_MS, 150 unless told): a
 * test that reads what has yet to be drawn then fails at once, and not once in fifty runs.
 */
export async function openWindow(
  rendererFolder = 'out/renderer',
  environment: Partial<StorageEnvironment> = {},
): Promise<OpenedWindow> {
  mkdirSync(photographs, { recursive: true });
  const host = await openStudyHost(rendererFolder, environment);
  const browser = await chromium.launch(findChromium() ?? {});
  const context = await browser.newContext({ viewport: smallScreen });
  const page = await context.newPage();
  // A machine that trains at the same time may be slow.
  page.setDefaultTimeout(60_000);
  await delayAnswers(context, Number(process.env.ANAMNESIS_ANSWER_DELAY_MS ?? 150));

  const strayRequests: string[] = [];
  const own = `127.0.0.1:${host.server.port}`;
  context.on('request', (request) => {
    const { host: asked, protocol } = new URL(request.url());
    if (asked !== own && protocol !== 'blob:') strayRequests.push(request.url());
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== own) strayRequests.push(socket.url());
  });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));

  return {
    host,
    page,
    complaints,
    strayRequests,
    async photograph(name, size = smallScreen) {
      await page.setViewportSize(size);
      await page.screenshot({ path: `${photographs}/${name}-${size.width}x${size.height}.png` });
    },
    quiet: watchQuiet(page),
    async close() {
      await browser.close();
      await host.close();
    },
  };
}

/**
 * Opens the window by its one-time address, and waits until the browser keeps the session: a page that is
 * left before has used the address up in vain.
 */
export async function signIn(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() => localStorage.getItem('anamnesis.session') !== null);
}

async function delayAnswers(context: BrowserContext, delayMs: number): Promise<void> {
  if (delayMs <= 0) return;
  await context.route('**/*', async (route) => {
    if (route.request().resourceType() === 'fetch') await delay(delayMs);
    await route.continue();
  });
}
