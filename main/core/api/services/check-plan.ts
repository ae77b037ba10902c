import { isAnamnesisError } from '#core/base/error.ts';
import type { Run, RunKind, Study } from '#core/domain/run.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { lookAtPlan, type LookingAround } from '#core/study/check/look-at-plan.ts';
import { listLostRuns } from '#core/study/plan/list-lost-runs.ts';
import { hashJson } from '#core/storage/hash-json.ts';
import { listRuns } from '#core/study/plan/list-runs.ts';
import type { Plan } from '#core/study/plan/plan-schema.ts';
import { readPlan } from '#core/study/plan/read-plan.ts';
import { resolvePaths } from '#core/study/plan/resolve-paths.ts';
import type { LostRun, PlanCheck } from '../contract/plan.ts';
import type { PlanSource } from '#core/study/execution/register-study.ts';
import { toFailure } from '../failure.ts';

/** What the check of a plan needs of the world. */
export type CheckSurroundings = Omit<LookingAround, 'workspace'>;

/**
 * Reads a plan as if it were started, looks at all that it names, and changes nothing.
 * @throws plan.*
 */
export async function checkPlan(
  workspace: Workspace,
  source: PlanSource,
  surroundings: CheckSurroundings,
): Promise<PlanCheck> {
  const plan = resolvePaths(readPlan(source.text, source.fileName), source.folder);
  const byKind = Map.groupBy(listRuns(plan), ({ kind }) => kind);
  const count = (kind: RunKind) => byKind.get(kind)?.length ?? 0;
  const existing = workspace.studies.findByName(plan.name);
  const isSame =
    existing === undefined || hashJson(JSON.parse(existing.planJson)) === hashJson(plan);
  const { faults, ...outlook } = await lookAtPlan(plan, { ...surroundings, workspace });
  return {
    ...outlook,
    faults: faults.map(toFailure),
    name: plan.title ?? plan.name,
    steps: {
      vocabulary: count('vocabulary'),
      pretraining: count('pretraining'),
      perplexity: count('perplexity'),
      baseline: count('baseline'),
      'fine-tuning': count('fine-tuning'),
      final: count('final'),
      transfer: count('transfer'),
      'zero-shot': count('zero-shot'),
      'few-shot': count('few-shot'),
    },
    replaces: isSame ? null : describeReplacement(workspace, existing, plan),
  };
}

function describeReplacement(
  workspace: Workspace,
  study: Study,
  plan: Plan,
): PlanCheck['replaces'] {
  const runs = workspace.runs.listByStudy(study.id);
  const finished = runs.filter(({ state }) => state === 'finished');
  const isLost = findLost(study, plan);
  return {
    studyId: study.id,
    runsFinished: finished.length,
    lostRuns: finished.filter(isLost).map(viewLostRun),
  };
}

/** Of a plan of an earlier version, which this one would refuse, nobody can say what stays. */
function findLost({ planJson, name }: Study, plan: Plan): (run: Run) => boolean {
  try {
    const keys = new Set(listLostRuns(readPlan(planJson, name), plan).map(({ key }) => key));
    return ({ key }) => keys.has(key);
  } catch (error) {
    if (isAnamnesisError(error)) return () => true;
    throw error;
  }
}

function viewLostRun({ key, kind, model, task, fold }: Run): LostRun {
  return { key, kind, model, task, fold };
}
