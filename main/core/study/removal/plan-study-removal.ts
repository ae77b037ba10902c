import { AnamnesisError } from '#core/base/error.ts';
import type { Study } from '#core/domain/run.ts';
import type { ModelSummary } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { listChosen } from '#core/library/keeping/keep-model.ts';
import { placeModels } from '#core/library/model-reference.ts';
import { readSummary } from '#core/storage/run-summaries.ts';
import { listStarts } from '../plan/list-starts.ts';
import { listHashesEverRead, listStoredData, type StoredData } from './stored-data.ts';

/** What goes with a study, said before anything does. */
export interface StudyRemoval {
  readonly study: string;
  readonly runCount: number;
  readonly models: readonly {
    readonly id: string;
    readonly name: string;
    /** By which commands call it: the id of one that is superseded. */
    readonly reference: string;
  }[];
  /** Trainings under way, of which a state is kept. */
  readonly trainingCount: number;
  /** Of the encrypted files: weights, states, vocabularies, and those that nothing refers to. */
  readonly filesBytes: number;
  /** Corpora and labelled sets that only this study has read, also before its files were changed. */
  readonly data: readonly StoredData[];
  /** Those that stay, because other studies read them too. */
  readonly sharedData: readonly StoredData[];
}

/** Looks, and changes nothing. @throws study.in-use when something outside needs one of its models */
export function planStudyRemoval(workspace: Workspace, study: Study): StudyRemoval {
  const all = workspace.models.list();
  const models = all.filter(({ studyId }) => studyId === study.id);
  const places = placeModels(workspace, all);
  const nameOf = (id: string) => places.get(id)?.reference ?? id;
  requireUnneeded(workspace, study, { models, nameOf });
  const runs = workspace.runs.listByStudy(study.id);
  const states = workspace.trainingStates
    .listRuns(study.id)
    .flatMap((runId) => workspace.trainingStates.find(runId) ?? []);
  const files = [
    ...models.map(({ weightsBlobId }) => weightsBlobId),
    ...states.map(({ blobId }) => blobId),
    ...runs.flatMap((run) => readSummary(workspace, run, 'vocabulary')?.tokenizerBlobId ?? []),
    ...workspace.blobs.listUnused().map(({ id }) => id),
  ];
  const everRead = listHashesEverRead(workspace, study);
  const data = listStoredData(workspace).filter(({ hash }) => everRead.has(hash));
  const isShared = ({ studies }: StoredData) => studies.some((name) => name !== study.name);
  return {
    study: study.name,
    runCount: runs.length,
    models: models.map(({ id, name }) => ({ id, name, reference: nameOf(id) })),
    trainingCount: states.length,
    filesBytes: files.reduce((sum, id) => sum + workspace.blobs.get(id).sizeBytes, 0),
    data: data.filter((each) => !isShared(each)),
    sharedData: data.filter(isShared),
  };
}

function requireUnneeded(
  workspace: Workspace,
  study: Study,
  { models, nameOf }: { models: readonly ModelSummary[]; nameOf: (id: string) => string },
): void {
  const ids = new Set(models.map(({ id }) => id));
  const made = workspace.models.list().flatMap(({ id, parentModelId: parent }) => {
    if (parent === null || !ids.has(parent) || ids.has(id)) return [];
    return `${nameOf(id)} was made from ${nameOf(parent)}`;
  });
  const started = [...listStarts(workspace)].flatMap(([studyId, starts]) => {
    if (studyId === study.id) return [];
    const { name } = workspace.studies.get(studyId);
    return starts
      .filter((id) => ids.has(id))
      .map((id) => `study ${name} starts from ${nameOf(id)}`);
  });
  const kept = [...listChosen(workspace)]
    .filter((id) => ids.has(id))
    .map((id) => `${nameOf(id)} is marked to be kept`);
  const needs = [...made, ...started, ...kept];
  if (needs.length === 0) return;
  throw new AnamnesisError('study.in-use', {
    expected: 'a study whose models nothing outside it needs',
    found: needs.join('; '),
    remedy:
      'Remove what needs them first, or take the mark away (model release); model export takes a model out before.',
    place: study.name,
  });
}
