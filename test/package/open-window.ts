import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { findChromium } from '../e2e/find-chromium.ts';
import { installed, surroundings } from './own-root.ts';

/**
 * Run where there is no network: starts `anamnesis serve` of the root that is named, opens its
 * address in the system's browser, and prints as JSON what was seen there.
 */
const [root, ...options] = process.argv.slice(2);
const [program, ...given] = installed(root, '--json', 'serve', ...options);
const host = spawn(program, given, { stdio: ['ignore', 'pipe', 'inherit'], env: surroundings });
const ended = once(host, 'close');
const [line] = (await once(createInterface(host.stdout), 'line')) as [string];
const { url } = JSON.parse(line) as { url: string };

const browser = await chromium.launch(findChromium() ?? {});
try {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  const link = page.getByRole('link', { name: 'small', exact: true });
  await link.first().waitFor({ timeout: 60_000 });
  process.stdout.write(JSON.stringify({ title: await page.title(), complaints }));
} finally {
  await browser.close();
  host.kill('SIGTERM');
  await ended;
}
