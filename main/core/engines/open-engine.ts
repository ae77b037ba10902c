import { AnamnesisError, isAnamnesisError } from '#core/base/error.ts';
import type { Calibration } from '#core/domain/calibration.ts';
import type { EngineSource } from '#core/domain/run.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { Runtime } from '#core/training/ports.ts';
import type { Precision } from '#core/training/precision.ts';
import { say } from '#core/wording/say.ts';
import { findCurrentCalibration } from './current-calibration.ts';
import { defaultShape } from './default-shape.ts';
import { describeChoice } from './describe-choice.ts';
import { doubtCalibration } from './doubt-calibration.ts';
import { chooseMeasured, measureEngines, type EngineMeasuring } from './measure-engines.ts';

/** The engines of this machine, for a trainer. */
export interface StudyEngines extends EngineMeasuring {
  /** The one that the command names; it goes before the plan's. */
  readonly commanded: string | null;
  /** In which `open` opens them. */
  readonly precision: Precision;
  /** @throws engine.unknown, engine.no-half-precision, runtime.unavailable */
  readonly open: (name: string) => Promise<Runtime>;
}

/** The same before it is known what precision is asked for. */
export interface PreciseEngines extends Omit<StudyEngines, 'open' | 'precision'> {
  /** As `commanded`. */
  readonly commandedPrecision: Precision | null;
  /** @throws engine.unknown, engine.no-half-precision, runtime.unavailable */
  readonly open: (name: string, precision: Precision) => Promise<Runtime>;
}

/** The engines in the precision of the command, else of the plan, else in float32. */
export function choosePrecision(
  { commandedPrecision, open, ...engines }: PreciseEngines,
  planned: Precision | null,
): StudyEngines {
  const precision = commandedPrecision ?? planned ?? 'float32';
  return { ...engines, precision, open: (name) => open(name, precision) };
}

export interface OpenedEngine {
  readonly runtime: Runtime;
  readonly source: EngineSource;
}

/**
 * The engine that the command or the plan names; null where neither does. Whether this machine can
 * compute at all in the precision that is asked for is known here, before the data is read and
 * engines are measured. @throws as `open`
 */
export async function openNamedEngine(
  engines: StudyEngines,
  planned: string | null,
): Promise<OpenedEngine | null> {
  const { commanded, open, precision } = engines;
  if (commanded !== null) return { runtime: await open(commanded), source: 'command' };
  if (planned !== null) return { runtime: await open(planned), source: 'plan' };
  if (precision !== 'float32') await requireAnyEngine(engines);
  return null;
}

async function requireAnyEngine({ names, open, precision }: StudyEngines): Promise<void> {
  for (const name of names) {
    try {
      await open(name);
      return;
    } catch (error) {
      const codes = ['engine.no-half-precision', 'runtime.unavailable'] as const;
      if (!codes.some((code) => isAnamnesisError(error, code))) throw error;
    }
  }
  throw new AnamnesisError('engine.no-half-precision', {
    expected: say('engines', 'precisionOnThisMachine', precision),
    found: say('engines', 'noneOf', names),
    remedy: say('engines', 'leavePrecision'),
  });
}

interface ChoiceEffects {
  readonly workspace: Workspace;
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
}

/**
 * The fastest engine of this machine. Measures where that is not known, where the one that was chosen
 * before is gone, or where it is now far from its figures, and stores the new ones. Where no
 * measurement came to its end, the preferred engine of those that were found.
 * @throws runtime.unavailable, and the reason of `signal`
 */
export async function openFastestEngine(
  engines: StudyEngines,
  effects: ChoiceEffects,
): Promise<OpenedEngine> {
  const known = findCurrentCalibration(effects.workspace, engines);
  const doubt = known === null ? null : await doubtCalibration(engines, known, effects.signal);
  if (doubt === null) {
    const chosen = await openChosen(engines, known);
    if (chosen !== null) return { runtime: chosen, source: 'measurement' };
  } else effects.say(`${doubt}: the engines are measured again`);
  const renewed = await renew(engines, effects);
  const runtime =
    (await openChosen(engines, renewed)) ?? (await openFirstFailed(engines, renewed, effects));
  if (runtime !== null) return { runtime, source: 'measurement' };
  throw new AnamnesisError('runtime.unavailable', {
    expected: say('engines', 'anyOnThisMachine'),
    found: say('engines', 'none'),
    remedy: say('engines', 'runDoctor'),
  });
}

async function openChosen(
  { open }: StudyEngines,
  calibration: Calibration | null,
): Promise<Runtime | null> {
  if (calibration === null || calibration.chosen === null) return null;
  try {
    return await open(calibration.chosen);
  } catch (error) {
    if (isAnamnesisError(error, 'runtime.unavailable')) return null;
    throw error;
  }
}

/**
 * A machine so busy that its only engine came to no end while it was measured can still compute:
 * then the preferred of those that were found is used, however fast it is.
 */
async function openFirstFailed(
  { open }: StudyEngines,
  { engines }: Calibration,
  { say }: ChoiceEffects,
): Promise<Runtime | null> {
  const failed = engines.find(({ outcome }) => outcome.state === 'failed');
  if (failed === undefined) return null;
  say(`no engine could be measured; ${failed.name} was found and is used`);
  return open(failed.name);
}

async function renew(
  engines: StudyEngines,
  { workspace, signal, say }: ChoiceEffects,
): Promise<Calibration> {
  say('measuring the engines of this machine');
  const calibration = await measureEngines(engines, {
    shape: defaultShape,
    signal,
    onEngines: () => undefined,
  });
  workspace.calibrations.put(calibration);
  const choice = chooseMeasured(calibration.engines);
  if (choice !== null) say(describeChoice(choice));
  return calibration;
}
