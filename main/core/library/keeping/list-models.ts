import type { ModelFamily } from '#core/model/checkpoint/model-family.ts';
import type { ModelSummary } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { listChosen } from './keep-model.ts';
import { readModelRecord } from '../model-record.ts';
import { placeModels, type ModelPlace } from '../model-reference.ts';
import { listExported, judgeWorkspace } from './judge-workspace.ts';
import type { StudyStarts } from './study-starts.ts';
import type { Standing } from './judge-models.ts';

export interface ListedModel extends ModelPlace {
  readonly id: string;
  readonly name: string;
  readonly studyId: string | null;
  /** Name of that study. */
  readonly study: string | null;
  readonly parentModelId: string | null;
  readonly family: ModelFamily;
  /** Rows of the embeddings. */
  readonly vocabularySize: number;
  readonly weightsBlobId: string;
  readonly weightsBytes: number;
  readonly createdAtMs: number;
  /** Of its own or of the first of its line that names some; empty where none does. */
  readonly languages: readonly string[];
  readonly isChosen: boolean;
  readonly wasExported: boolean;
  /** Whether it is still needed. */
  readonly standing: Standing;
}

/** All models of a workspace, the newest first. */
export function listModels(workspace: Workspace, starts: StudyStarts): ListedModel[] {
  const models = workspace.models.list();
  const byId = new Map(models.map((model) => [model.id, model]));
  const standings = judgeWorkspace(workspace, starts);
  const chosen = listChosen(workspace);
  const exported = listExported(workspace);
  const places = placeModels(workspace, models);
  return models.map((model) => {
    const { id, name, createdAtMs, weightsBlobId, studyId, parentModelId } = model;
    const { family, encoder } = readModelRecord(model);
    return {
      id,
      name,
      createdAtMs,
      studyId,
      study: studyId === null ? null : workspace.studies.get(studyId).name,
      parentModelId,
      family,
      vocabularySize: encoder.vocabularySize,
      weightsBlobId,
      weightsBytes: workspace.blobs.get(weightsBlobId).sizeBytes,
      languages: languagesOf(model, byId),
      isChosen: chosen.has(id),
      wasExported: exported.has(id),
      standing: standings.get(id) ?? { isSuperseded: false, reason: 'newest' },
      ...(places.get(id) ?? { reference: id, origin: 'superseded' }),
    };
  });
}

function languagesOf(
  model: ModelSummary,
  byId: ReadonlyMap<string, ModelSummary>,
): readonly string[] {
  const { origin } = readModelRecord(model);
  if (origin.kind === 'checkpoint') return origin.languages ?? [];
  const parent = model.parentModelId === null ? undefined : byId.get(model.parentModelId);
  return parent === undefined ? [] : languagesOf(parent, byId);
}
