import { inEnglish } from '#core/base/phrase.ts';
import type { Calibration, EngineRound } from '#core/domain/calibration.ts';
import { quietStepMs } from './choose-engine.ts';
import { typicalOthersShare } from './describe-choice.ts';
import { chooseMeasured, type EngineMeasuring } from './measure-engines.ts';

/** Machines warm up and age by less. */
const farFactor = 1.5;
/** Up to here the other programs of a machine disturb nobody. */
const quietShare = 0.1;

/**
 * Why the figures of a calibration no longer hold, for people; null where they do. Where there was a
 * choice, the engine that was chosen does one round more, which takes some seconds. Never rejects but
 * with the reason of `signal`.
 */
export async function doubtCalibration(
  { start }: Pick<EngineMeasuring, 'start'>,
  { engines, shape, chosen }: Calibration,
  signal: AbortSignal,
): Promise<string | null> {
  const choice = chooseMeasured(engines);
  const measured = engines.find(({ name }) => name === chosen)?.outcome;
  if (choice === null || choice.ground === 'only' || measured?.state !== 'measured') return null;
  const started = await start(choice.chosen, shape, signal);
  if ('state' in started)
    return `${choice.chosen} cannot be used now (${inEnglish(started.reason)})`;
  try {
    const round = await started.measureRound();
    if ('state' in round) return `${choice.chosen} failed now (${inEnglish(round.reason)})`;
    if (choice.ground === 'preferred' && isQuiet([round]) && !isQuiet(measured.rounds)) {
      return 'which engine is the fastest was uncertain on a busy machine, which is quiet now';
    }
    return isFar(round, measured.rounds)
      ? `a step of ${choice.chosen} takes ${formatMs(round.stepMs)}, which is far from the ${formatMs(measured.stepMs)} that were measured`
      : null;
  } finally {
    started.end();
  }
}

/**
 * Whether a round differs from earlier ones by more than what other programs can have done to either
 * of them.
 */
export function isFar(now: EngineRound, before: readonly EngineRound[]): boolean {
  const slowestBefore = medianOf(before.map(({ stepMs }) => stepMs));
  const fastestBefore = medianOf(before.map(quietStepMs));
  return quietStepMs(now) > farFactor * slowestBefore || now.stepMs * farFactor < fastestBefore;
}

function isQuiet(rounds: readonly EngineRound[]): boolean {
  return (typicalOthersShare(rounds) ?? 0) <= quietShare;
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

const formatMs = (ms: number) => `${ms.toPrecision(3)} ms`;
