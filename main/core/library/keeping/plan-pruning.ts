import type { Workspace } from '#core/storage/workspace.ts';
import type { StudyStarts } from './study-starts.ts';
import type { supersededReasons } from './judge-models.ts';
import { judgeWorkspace } from './judge-workspace.ts';

/** A model that a pruning removes. */
export interface SupersededModel {
  readonly id: string;
  readonly name: string;
  readonly study: string | null;
  readonly reason: keyof typeof supersededReasons;
  readonly weightsBytes: number;
  readonly createdAtMs: number;
}

/** What a pruning removes, said before anything is. */
export interface PruningPlan {
  /** The newest first, so that none comes before a model that was made from it. */
  readonly models: readonly SupersededModel[];
  /** Files that nothing refers to, such as the vocabulary of a run that was repeated. */
  readonly unusedFiles: { readonly count: number; readonly bytes: number };
  /** Of the encrypted files; what the database held of the models comes on top. */
  readonly bytes: number;
  readonly keptCount: number;
}

/** Looks, and changes nothing. */
export function planPruning(workspace: Workspace, starts: StudyStarts): PruningPlan {
  const standings = judgeWorkspace(workspace, starts);
  const models = workspace.models.list().flatMap((model): SupersededModel[] => {
    const standing = standings.get(model.id);
    if (standing?.isSuperseded !== true) return [];
    const { id, name, studyId, weightsBlobId, createdAtMs } = model;
    return [
      {
        id,
        name,
        study: studyId === null ? null : workspace.studies.get(studyId).name,
        reason: standing.reason,
        weightsBytes: workspace.blobs.get(weightsBlobId).sizeBytes,
        createdAtMs,
      },
    ];
  });
  const unused = workspace.blobs.listUnused().map(({ sizeBytes }) => sizeBytes);
  const unusedFiles = { count: unused.length, bytes: sum(unused) };
  return {
    models,
    unusedFiles,
    bytes: unusedFiles.bytes + sum(models.map(({ weightsBytes }) => weightsBytes)),
    keptCount: standings.size - models.length,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
