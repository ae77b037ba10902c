import { AnamnesisError } from '#core/base/error.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';

/** Clocks are set right by seconds now and then. */
const toleratedMs = 60_000;

/**
 * What is kept of a screening tells what came after what: nothing is added while the clock is behind
 * what a release has on record. @throws screening.clock-went-back
 */
export function requireClock({ nowMs }: Pick<Workspace, 'nowMs'>, newestAtMs: number): void {
  if (nowMs() >= newestAtMs - toleratedMs) return;
  throw new AnamnesisError('screening.clock-went-back', {
    expected: say('screening', 'clockAfter', newestAtMs),
    found: say('screening', 'clockAt', nowMs()),
    remedy: say('screening', 'setClock'),
  });
}
