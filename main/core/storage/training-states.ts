import type { ByteSource } from './blob-file.ts';
import type { BlobStore } from './blobs.ts';
import { canonicalJson } from './canonical-json.ts';
import type { StorageContext } from './storage-context.ts';

/** A training between two of its steps: what the next process goes on from. */
export interface StoredTrainingState {
  readonly runId: string;
  /** Of the run when this was kept: with another one, the state is of no use. */
  readonly configurationHash: string;
  readonly engine: string;
  /** Anything JSON can hold: where in its data the training is. */
  readonly position: unknown;
  readonly keptAtMs: number;
  /** Weights and the optimiser's memory. */
  readonly blobId: string;
}

export interface TrainingStateStore {
  /**
   * Keeps a state in place of the run's one before, which a kill at any moment leaves. Throws
   * "workspace.disk-full" and leaves the one before.
   */
  put(state: Omit<StoredTrainingState, 'blobId' | 'keptAtMs'>, content: ByteSource): Promise<void>;
  find(runId: string): StoredTrainingState | undefined;
  /** Ids of the runs of a study that have one. */
  listRuns(studyId: string): string[];
  /** Removes what is kept of a run, if anything is. */
  remove(runId: string): Promise<void>;
}

type StateRow = Omit<StoredTrainingState, 'position'> & { readonly positionJson: string };

const columns = `run_id AS runId, configuration_hash AS configurationHash, engine,
  position_json AS positionJson, kept_at_ms AS keptAtMs, blob_id AS blobId`;

export function openTrainingStateStore(
  { sql, nowMs }: StorageContext,
  blobs: BlobStore,
): TrainingStateStore {
  /** Of the newest kept. */
  const rowsOf = (runId: string) =>
    sql.all(
      `SELECT ${columns} FROM training_states JOIN blobs ON blobs.id = blob_id
         WHERE run_id = @runId ORDER BY blobs.rowid DESC`,
      { runId },
    ) as StateRow[];

  const removeAll = async (rows: readonly StateRow[]) => {
    for (const { blobId } of rows) {
      await blobs.delete(blobId, () => {
        sql.run(`DELETE FROM training_states WHERE blob_id = @blobId`, { blobId });
      });
    }
  };

  return {
    async put({ position, ...state }, content) {
      const before = rowsOf(state.runId);
      await blobs.write(content, ({ id }) => {
        sql.run(
          `INSERT INTO training_states (blob_id, run_id, configuration_hash, engine, kept_at_ms,
               position_json)
             VALUES (@blobId, @runId, @configurationHash, @engine, @keptAtMs, @positionJson)`,
          { ...state, blobId: id, keptAtMs: nowMs(), positionJson: canonicalJson(position) },
        );
      });
      await removeAll(before);
    },

    find(runId) {
      const [newest] = rowsOf(runId) as (StateRow | undefined)[];
      if (newest === undefined) return undefined;
      const { positionJson, ...state } = newest;
      return { ...state, position: JSON.parse(positionJson) as unknown };
    },

    listRuns: (studyId) =>
      (
        sql.all(
          `SELECT DISTINCT run_id AS runId FROM training_states JOIN runs ON runs.id = run_id
             WHERE study_id = @studyId`,
          { studyId },
        ) as { readonly runId: string }[]
      ).map(({ runId }) => runId),

    remove: (runId) => removeAll(rowsOf(runId)),
  };
}
