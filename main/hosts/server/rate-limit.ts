import { refuse } from './refusal.ts';
import { say } from '#core/wording/say.ts';

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
        expected: say('window', 'atMostRequests', perSecond),
        found: say('window', 'more'),
        remedy: say('window', 'waitAMoment'),
      });
    }
    left--;
  };
}
