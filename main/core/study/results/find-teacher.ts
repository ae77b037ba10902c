import { isAnamnesisError } from '#core/base/error.ts';
import type { LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { findVersion } from '../data/open-set.ts';
import { readPlan } from '../plan/read-plan.ts';

/** A fine-tuned model, and from how much it has learned. */
export interface TaughtModel {
  readonly modelId: string;
  readonly model: string;
  /** Null where it did not learn from a frozen set, or the set is not there any more. */
  readonly learned: {
    readonly set: string;
    readonly version: number;
    readonly documents: number;
    readonly labels: number;
  } | null;
}

export function findTeacher(workspace: Workspace, stored: StoredModel): TaughtModel {
  const version = findLearnedSet(workspace, stored);
  return {
    modelId: stored.id,
    model: stored.name,
    learned: version && {
      set: version.name,
      version: version.version,
      documents: version.documentCount,
      labels: version.annotationCount,
    },
  };
}

/** Null for a model from outside, or of files, and where study or set are not there any more. */
function findLearnedSet(
  workspace: Workspace,
  { runId }: Pick<StoredModel, 'runId'>,
): LabelledSetVersion | null {
  if (runId === null) return null;
  try {
    const { studyId, task } = workspace.runs.get(runId);
    const { name, planJson } = workspace.studies.get(studyId);
    const data = task === null ? undefined : readPlan(planJson, name).tasks[task]?.data;
    return data?.format === 'set' ? findVersion(workspace, data, studyId) : null;
  } catch (error) {
    if (isAnamnesisError(error, 'record.missing')) return null;
    throw error;
  }
}
