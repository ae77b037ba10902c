import type { LabelChange, LabelDecision } from '#core/domain/label-check.ts';
import type { StorageContext } from './storage-context.ts';

/** A label of one version of a set: what it is about is told by its key. */
export interface LabelPlace {
  readonly versionId: number;
  /** Of the document. */
  readonly number: number;
  readonly key: string;
}

/** What somebody decided of a label that may be wrong. */
export interface LabelCheck extends LabelPlace {
  readonly decision: LabelDecision;
  /** Null where it was kept. */
  readonly change: LabelChange | null;
  /** Id of the person. */
  readonly person: string;
  readonly atMs: number;
}

export interface LabelCheckStore {
  /** In the place of what was decided of it before. */
  put(check: Omit<LabelCheck, 'atMs'>): void;
  /** Takes a decision back. */
  remove(place: LabelPlace): void;
  /** Of a version, by document and key. */
  list(versionId: number): LabelCheck[];
}

export function openLabelCheckStore({ sql, nowMs }: StorageContext): LabelCheckStore {
  return {
    put({ versionId, number, key, decision, change, person }) {
      sql.run(
        `INSERT OR REPLACE INTO label_checks
           VALUES (@versionId, @number, @key, @decision, @changeJson, @person, @atMs)`,
        {
          versionId,
          number,
          key,
          decision,
          changeJson: change === null ? null : JSON.stringify(change),
          person,
          atMs: nowMs(),
        },
      );
    },
    remove({ versionId, number, key }) {
      sql.run(
        `DELETE FROM label_checks
           WHERE version_id = @versionId AND document_id = @number AND label_key = @key`,
        { versionId, number, key },
      );
    },
    list: (versionId) =>
      (
        sql.all(
          `SELECT version_id AS versionId, document_id AS number, label_key AS key, decision,
             change_json AS changeJson, person, at_ms AS atMs
             FROM label_checks WHERE version_id = @versionId ORDER BY document_id, label_key`,
          { versionId },
        ) as (Omit<LabelCheck, 'change'> & { readonly changeJson: string | null })[]
      ).map(({ changeJson, ...check }) => ({
        ...check,
        change: changeJson === null ? null : (JSON.parse(changeJson) as LabelChange),
      })),
  };
}
