import { setTimeout as delay } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';

/** So long nothing was asked or answered. */
const quietMs = 400;
/** A request that a page left behind may never be told to have ended. */
const lostAfterMs = 5_000;

/**
 * Waits until a page has asked for nothing for a moment, from the first call on. Unlike “networkidle” of
 * the browser's driver it goes on where a request of a page that was left has no end.
 */
export function watchQuiet(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  let lastAtMs = performance.now();
  const told = () => {
    lastAtMs = performance.now();
  };
  page.on('request', (request) => {
    underWay.add(request);
    told();
  });
  const ended = (request: Request) => {
    underWay.delete(request);
    told();
  };
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  return async () => {
    told();
    for (;;) {
      const sinceMs = performance.now() - lastAtMs;
      if (sinceMs >= (underWay.size === 0 ? quietMs : lostAfterMs)) break;
      await delay(50);
    }
    underWay.clear();
  };
}
