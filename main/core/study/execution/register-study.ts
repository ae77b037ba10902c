import type { Study } from '#core/domain/run.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { readPlan } from '../plan/read-plan.ts';
import { resolvePaths } from '../plan/resolve-paths.ts';

/** A plan as the user wrote it. */
export interface PlanSource {
  readonly text: string;
  /** How errors name it. */
  readonly fileName: string;
  /** The folder to which its paths are relative. */
  readonly folder: string;
}

/**
 * Enters a plan into the workspace and queues its study. A study of the same name gets the new
 * plan; runs for which it changes nothing keep their results. What a killed trainer left running is
 * queued again on the way.
 * @throws plan.*, workspace.trainer-active while a trainer works on the workspace
 */
export function registerStudy(workspace: Workspace, source: PlanSource): Study {
  const plan = resolvePaths(readPlan(source.text, source.fileName), source.folder);
  const planJson = JSON.stringify(plan, null, 2);
  const lock = workspace.lockForTrainer();
  try {
    workspace.runs.recoverInterrupted(lock);
    const existing = workspace.studies.findByName(plan.name);
    if (existing === undefined) return workspace.studies.create({ name: plan.name, planJson });
    return workspace.studies.revise(existing.id, planJson);
  } finally {
    lock.release();
  }
}
