import { AnamnesisError } from '#core/base/error.ts';
import type { Study } from '#core/domain/run.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import type { Plan } from '../plan/plan-schema.ts';
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
  const plan = readPlanOf(source);
  const lock = workspace.lockForTrainer();
  try {
    workspace.runs.recoverInterrupted(lock);
    return enterPlan(workspace, plan);
  } finally {
    lock.release();
  }
}

/**
 * The same while a trainer of this program works on another study.
 * @throws plan.*, study.running for the plan of the study that is worked on
 */
export function registerWaitingStudy(
  workspace: Workspace,
  source: PlanSource,
  activeStudyId: string,
): Study {
  const plan = readPlanOf(source);
  if (workspace.studies.findByName(plan.name)?.id !== activeStudyId) {
    return enterPlan(workspace, plan);
  }
  throw new AnamnesisError('study.running', {
    expected: say('plan', 'idlePlan'),
    found: say('plan', 'runningPlan', plan.name),
    remedy: say('plan', 'waitOrStop'),
  });
}

function readPlanOf({ text, fileName, folder }: PlanSource): Plan {
  return resolvePaths(readPlan(text, fileName), folder);
}

function enterPlan(workspace: Workspace, plan: Plan): Study {
  const planJson = JSON.stringify(plan, null, 2);
  const existing = workspace.studies.findByName(plan.name);
  if (existing === undefined) return workspace.studies.create({ name: plan.name, planJson });
  return workspace.studies.revise(existing.id, planJson);
}
