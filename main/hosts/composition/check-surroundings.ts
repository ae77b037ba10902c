import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import type { Workspace } from '#core/storage/workspace.ts';
import type { LookingAround } from '#core/study/check/look-at-plan.ts';
import { findCurrentCalibration } from '#core/engines/current-calibration.ts';
import { describeMachine } from '#core/engines/machine.ts';
import { engineNames, requireEngine } from './engines.ts';
import { systemClock } from './system-clock.ts';

/** What the check of a plan needs of this machine; without a workspace less is known. */
export function surroundingsOfCheck<Opened extends Workspace | null>(
  workspace: Opened,
): LookingAround & { readonly workspace: Opened } {
  return {
    workspace,
    calibration:
      workspace === null
        ? null
        : findCurrentCalibration(workspace, { machine: describeMachine(), names: engineNames }),
    requireEngine: ({ engine, precision = 'float32' }) => {
      if (engine !== undefined) requireEngine(engine, precision);
    },
    freeBytes: workspace === null ? null : findFreeBytes(workspace.folder),
    machineBytes: totalmem(),
    nowMs: () => systemClock.nowMs(),
  };
}

function findFreeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
