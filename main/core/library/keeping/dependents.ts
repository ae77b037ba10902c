import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { pointOf } from '../model-of-run.ts';
import { readModelRecord } from '../model-record.ts';
import type { StudyStarts } from './study-starts.ts';

/** What would miss a model. */
export interface Dependents {
  /** Models that were made from it; while there is one, it cannot be removed. */
  readonly modelIds: readonly string[];
  /** Studies whose plans start from it; they could not be run again. */
  readonly studyIds: readonly string[];
  /** True when it is what a study's own pre-training left; then it cannot be removed either. */
  readonly isStageOfStudy: boolean;
}

/** What would miss a model, so that a user knows before it is removed. */
export function listDependents(
  workspace: Workspace,
  stored: StoredModel,
  starts: StudyStarts,
): Dependents {
  return {
    modelIds: workspace.models
      .list()
      .filter(({ parentModelId }) => parentModelId === stored.id)
      .map(({ id }) => id),
    studyIds: [...starts]
      .filter(([, modelIds]) => modelIds.includes(stored.id))
      .map(([studyId]) => studyId),
    isStageOfStudy: isStageOfStudy(stored),
  };
}

/** A finished pre-training is built on by its study; one of a run that was repeated is not. */
export function isStageOfStudy(stored: StoredModel): boolean {
  if (pointOf(stored) !== null) return false;
  const { kind } = readModelRecord(stored).origin;
  return stored.runId !== null && (kind === 'pretraining' || kind === 'vocabulary-extension');
}
