import { isAnamnesisError } from '#core/base/error.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { readPlan } from '#core/study/plan/read-plan.ts';
import { findModel } from '../find-model.ts';
import { listChosen } from '../keep-model.ts';
import { listNewestOfRuns } from '../model-reference.ts';
import { judgeModels, type Standing } from './judge-models.ts';

/** The standing of every model of a workspace, by id. */
export function judgeWorkspace(workspace: Workspace): Map<string, Standing> {
  const exported = listExported(workspace);
  const chosen = listChosen(workspace);
  const starts = new Set([...listStarts(workspace).values()].flat());
  const models = workspace.models.list();
  const newest = listNewestOfRuns(models);
  return judgeModels(
    models.map(({ id, runId, studyId, parentModelId }) => ({
      id,
      parentId: parentModelId,
      isImported: studyId === null && runId === null,
      wasExported: exported.has(id),
      isChosen: chosen.has(id),
      isStart: starts.has(id),
      ofRun: runId === null ? 'repeated' : newest.has(id) ? 'newest' : 'older',
    })),
  );
}

/** Ids of models that left the workspace at any time, as the audit log tells. */
export function listExported(workspace: Workspace): Set<string> {
  const entries = workspace.audit.entriesOf(['export.written']);
  return new Set(entries.map(({ detail }) => String(detail.modelId)));
}

/** By study, the ids of the library models from which its plan starts. */
export function listStarts(workspace: Workspace): Map<string, string[]> {
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
