import { isAnamnesisError } from '#core/base/error.ts';
import { findModel } from '#core/library/find-model.ts';
import type { StudyStarts } from '#core/library/keeping/study-starts.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { readPlan } from './read-plan.ts';

/** By study, the ids of the library models from which its plan starts. */
export function listStarts(workspace: Workspace): StudyStarts {
  return new Map(
    workspace.studies.list().map(({ id, name, planJson }) => {
      const { models } = readPlan(planJson, name);
      const found = Object.values(models).flatMap(({ start }) =>
        start.kind === 'library' ? findIfThere(workspace, start.model) : [],
      );
      return [id, found];
    }),
  );
}

/** A plan may name a model that is not there any more. */
function findIfThere(workspace: Workspace, reference: string): string[] {
  try {
    return [findModel(workspace, reference).id];
  } catch (error) {
    if (isAnamnesisError(error, 'model.unknown')) return [];
    if (isAnamnesisError(error, 'model.not-kept')) return [];
    throw error;
  }
}
