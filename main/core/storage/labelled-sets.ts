import { createHash } from 'node:crypto';
import type { Annotation } from '#core/domain/document.ts';
import { canonicalJson } from './canonical-json.ts';
import { requireRecord } from './refusals.ts';
import type { StorageContext } from './storage-context.ts';

export interface LabelledSet {
  readonly id: number;
  readonly name: string;
  readonly createdAtMs: number;
}

/** Which documents, with which annotations: never changed. */
export interface LabelledSetVersion {
  readonly id: number;
  readonly setId: number;
  readonly name: string;
  /** From 1. */
  readonly version: number;
  /** Of its documents, their texts and annotations: equal hash, equal content. */
  readonly hash: string;
  /** As given to `freeze`: how the documents were chosen. */
  readonly choice: unknown;
  readonly documentCount: number;
  readonly annotationCount: number;
  readonly createdAtMs: number;
}

/** A document of a frozen version. */
export interface FrozenDocument {
  readonly number: number;
  readonly annotations: readonly Annotation[];
}

export interface FrozenInput extends FrozenDocument {
  readonly id: string;
  readonly textHash: string;
  readonly patient: string | null;
}

export interface LabelledSetStore {
  /** Makes the next version of a set, and the set where it is not there. */
  freeze(name: string, choice: unknown, documents: Iterable<FrozenInput>): LabelledSetVersion;
  /** In the order of names and versions. */
  list(): LabelledSetVersion[];
  /** The newest version unless one is named. @throws record.missing */
  get(name: string, version?: number): LabelledSetVersion;
  /** Its documents in order, some hundred in memory at a time. */
  documents(versionId: number): Iterable<FrozenDocument>;
  /** With all its versions; the documents stay. @throws record.missing */
  remove(name: string): void;
}

const select = `SELECT labelled_set_versions.id AS id, set_id AS setId, name, version, hash,
  choice_json AS choiceJson, document_count AS documentCount,
  annotation_count AS annotationCount, labelled_set_versions.created_at_ms AS createdAtMs
  FROM labelled_set_versions JOIN labelled_sets ON labelled_sets.id = set_id`;
const pageRows = 256;

type VersionRow = Omit<LabelledSetVersion, 'choice'> & { readonly choiceJson: string };

function toVersion({ choiceJson, ...row }: VersionRow): LabelledSetVersion {
  return { ...row, choice: JSON.parse(choiceJson) as unknown };
}

export function openLabelledSetStore({ sql, audit, nowMs }: StorageContext): LabelledSetStore {
  const findSet = (name: string) =>
    sql.get(`SELECT id, name, created_at_ms AS createdAtMs FROM labelled_sets WHERE name = @name`, {
      name,
    }) as LabelledSet | undefined;
  const getVersion = (name: string, version?: number) => {
    const row = sql.get(
      `${select} WHERE name = @name AND version = coalesce(@version,
         (SELECT max(version) FROM labelled_set_versions AS others
            WHERE others.set_id = labelled_sets.id))`,
      { name, version: version ?? null },
    ) as VersionRow | undefined;
    const wanted = version === undefined ? name : `${name} version ${version}`;
    return toVersion(requireRecord(row, 'labelled set', wanted));
  };

  const makeVersion = (name: string, choice: unknown): number => {
    if (findSet(name) === undefined) {
      sql.run(`INSERT INTO labelled_sets (name, created_at_ms) VALUES (@name, @atMs)`, {
        name,
        atMs: nowMs(),
      });
    }
    const { id } = sql.get(
      `INSERT INTO labelled_set_versions
         (set_id, version, hash, choice_json, document_count, annotation_count, created_at_ms)
       SELECT id, 1 + (SELECT count(*) FROM labelled_set_versions WHERE set_id = labelled_sets.id),
         '', @choiceJson, 0, 0, @atMs FROM labelled_sets WHERE name = @name RETURNING id`,
      { name, choiceJson: canonicalJson(choice), atMs: nowMs() },
    ) as { id: number };
    return id;
  };

  return {
    get: getVersion,
    list: () => (sql.all(`${select} ORDER BY name, version`) as VersionRow[]).map(toVersion),

    freeze: (name, choice, documents) =>
      sql.transaction(() => {
        const versionId = makeVersion(name, choice);
        const hash = createHash('sha256');
        let position = 0;
        let annotationCount = 0;
        for (const { number, id, textHash, patient, annotations } of documents) {
          const annotationsJson = canonicalJson(annotations);
          hash.update(canonicalJson([id, textHash, patient, annotationsJson])).update('\n');
          sql.run(
            `INSERT INTO labelled_set_documents
               VALUES (@versionId, @position, @number, @annotationsJson)`,
            { versionId, position, number, annotationsJson },
          );
          position++;
          annotationCount += annotations.length;
        }
        sql.run(
          `UPDATE labelled_set_versions SET hash = @hash, document_count = @position,
             annotation_count = @annotationCount WHERE id = @versionId`,
          { versionId, hash: hash.digest('hex'), position, annotationCount },
        );
        const frozen = getVersion(name);
        audit.append('set.frozen', {
          setId: frozen.setId,
          version: frozen.version,
          hash: frozen.hash,
          documentCount: position,
        });
        return frozen;
      }),

    *documents(versionId) {
      for (let first = 0; ; first += pageRows) {
        const rows = sql.all(
          `SELECT document_id AS number, annotations_json AS json FROM labelled_set_documents
             WHERE version_id = @versionId AND position >= @first AND position < @end
             ORDER BY position`,
          { versionId, first, end: first + pageRows },
        ) as { number: number; json: string }[];
        for (const { number, json } of rows) {
          yield { number, annotations: JSON.parse(json) as Annotation[] };
        }
        if (rows.length < pageRows) return;
      }
    },

    remove(name) {
      sql.transaction(() => {
        const { setId, version } = getVersion(name);
        sql.run(`DELETE FROM labelled_sets WHERE id = @setId`, { setId });
        audit.append('set.removed', { setId, versionCount: version });
      });
    },
  };
}
