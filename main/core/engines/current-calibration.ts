import { programVersion } from '#core/base/program-version.ts';
import type { Calibration } from '#core/domain/calibration.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { EngineMeasuring } from './measure-engines.ts';

/**
 * What was measured on this machine, unless another version of the program did it, one with other
 * engines, or one that measured each engine in one piece: then it must be done again.
 */
export function findCurrentCalibration(
  workspace: Workspace,
  { machine, names }: Pick<EngineMeasuring, 'machine' | 'names'>,
): Calibration | null {
  const stored = workspace.calibrations.find(machine.fingerprint);
  if (stored === undefined || stored.programVersion !== programVersion) return null;
  const isSame =
    stored.engines.length === names.length &&
    stored.engines.every(({ name }, place) => name === names[place]);
  const isInRounds = stored.engines.every(
    ({ outcome }) => outcome.state !== 'measured' || outcome.rounds.length > 0,
  );
  return isSame && isInRounds ? stored : null;
}
