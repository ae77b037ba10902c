import type { Workspace } from '#core/storage/workspace.ts';
import type { StudyStarts } from './study-starts.ts';
import { listChosen } from './keep-model.ts';
import { listNewestOfRuns } from '../model-reference.ts';
import { judgeModels, type Standing } from './judge-models.ts';

/** The standing of every model of a workspace, by id. */
export function judgeWorkspace(
  workspace: Workspace,
  startsOfStudies: StudyStarts,
): Map<string, Standing> {
  const exported = listExported(workspace);
  const chosen = listChosen(workspace);
  const starts = new Set([...startsOfStudies.values()].flat());
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
