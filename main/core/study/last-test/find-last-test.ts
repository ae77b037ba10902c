import { AnamnesisError } from '#core/base/error.ts';
import { findOfRun } from '#core/library/model-of-run.ts';
import { hashJson } from '#core/storage/hash-json.ts';
import type { LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { LastTestKey } from '#core/storage/last-tests.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import { openLock } from '../data/open-lock.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { readPlan } from '../plan/read-plan.ts';

/** Which model of a study is to be tested. */
export interface LastTestRequest {
  readonly studyId: string;
  readonly task: string;
  readonly model: string;
}

/** What a last test would open, and with what. */
export interface FoundLastTest {
  readonly plan: Plan;
  readonly key: LastTestKey;
  readonly stored: StoredModel;
  readonly versions: readonly LabelledSetVersion[];
  /** Last tests that were made on these sets, of whatever model. */
  readonly earlier: number;
}

/**
 * Finds what a last test needs, without reading a locked note.
 * @throws record.missing, study.no-locked-set, study.no-final-model
 */
export function findLastTest(
  workspace: Workspace,
  { studyId, task, model }: LastTestRequest,
): FoundLastTest {
  const study = workspace.studies.get(studyId);
  const plan = readPlan(study.planJson, study.name);
  if (!Object.hasOwn(plan.tasks, task)) {
    throw new AnamnesisError('record.missing', {
      expected: say('lastTest', 'oneOfTasks', Object.keys(plan.tasks)),
      found: task,
      remedy: say('lastTest', 'correctTask'),
      place: study.name,
    });
  }
  const versions = openLock(workspace, plan, studyId)?.versions ?? [];
  if (versions.length === 0) {
    throw new AnamnesisError('study.no-locked-set', {
      expected: say('lastTest', 'aLockedSet'),
      found: say('lastTest', 'noLockedSet'),
      remedy: say('lastTest', 'lockASet'),
      place: study.name,
    });
  }
  const run = workspace.runs
    .listByStudy(studyId)
    .find((each) => each.kind === 'final' && each.task === task && each.model === model);
  const stored = run?.state === 'finished' ? findOfRun(workspace, run.id) : undefined;
  if (stored === undefined) {
    throw new AnamnesisError('study.no-final-model', {
      expected: say('lastTest', 'aFinalModel'),
      found: say('lastTest', 'noFinalModel'),
      remedy: say('lastTest', 'makeFinalModel'),
      place: `${study.name}/${task}/${model}`,
    });
  }
  const setsHash = hashJson({ lastTest: 1, sets: versions.map(({ hash }) => hash).sort() });
  return {
    plan,
    stored,
    versions,
    key: { studyId, task, model, modelId: stored.id, setsHash },
    earlier: workspace.lastTests.countOfSets(setsHash),
  };
}
