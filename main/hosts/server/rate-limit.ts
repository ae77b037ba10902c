import { refuse } from './refusal.ts';

export interface RateSettings {
  /** So many may come at once. */
  readonly burst: number;
  readonly perSecond: number;
}

/** A token bucket: the returned function throws `server.too-many-requests` when it is empty. */
export function createRateLimit({ burst, perSecond }: RateSettings, nowMs: () => number) {
  let left = burst;
  let filledMs = nowMs();
  return (): void => {
    const now = nowMs();
    left = Math.min(burst, left + ((now - filledMs) / 1000) * perSecond);
    filledMs = now;
    if (left < 1) {
      refuse('server.too-many-requests', {
        expected: `at most ${perSecond} requests per second`,
        found: 'more',
        remedy: 'Wait a moment and try again.',
      });
    }
    left--;
  };
}
