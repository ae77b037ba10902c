import type { CommonMessages } from '../messages/common/messages.ts';
import type { Formats } from './formats.ts';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** Time left: an estimate, so it is never given finer than it can be known. */
export function describeTimeLeft(
  durationMs: number,
  say: Pick<CommonMessages, 'secondsLeft' | 'timeLeft'>,
  format: Pick<Formats, 'count' | 'duration'>,
): string {
  if (durationMs < 10 * secondMs) return say.secondsLeft;
  if (durationMs < 55 * secondMs) {
    return say.timeLeft(format.duration(Math.round(durationMs / (10 * secondMs)) * 10 * secondMs));
  }
  const minutes = Math.round(durationMs / minuteMs);
  return say.timeLeft(
    minutes * minuteMs < hourMs
      ? `${format.count(minutes)} min`
      : format.duration(minutes * minuteMs),
  );
}
