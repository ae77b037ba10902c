import { AnamnesisError } from '#core/base/error.ts';
import type {
  Annotator,
  AssignedDocument,
  ProjectSettings,
} from '#core/domain/annotation-project.ts';
import type { AnnotationScheme } from '#core/domain/annotation-scheme.ts';
import type { Annotation } from '#core/domain/document.ts';
import { say } from '#core/wording/say.ts';
import { requireRecord } from './refusals.ts';
import type { StorageContext } from './storage-context.ts';

/** A body of documents that persons label by one scheme. */
export interface AnnotationProject {
  readonly id: number;
  readonly name: string;
  readonly createdAtMs: number;
  /** Id of a person. */
  readonly createdBy: string;
  readonly settings: ProjectSettings;
  readonly documentCount: number;
}

export interface VersionMark {
  /** From 1. */
  readonly version: number;
  readonly atMs: number;
  /** Id of the person who wrote it. */
  readonly person: string;
}
export type SchemeVersion = VersionMark & { readonly scheme: AnnotationScheme };
export type GuidelinesVersion = VersionMark & { readonly content: string };

export interface NewProject {
  readonly name: string;
  readonly createdBy: string;
  readonly settings: ProjectSettings;
  readonly scheme: AnnotationScheme;
  readonly guidelines: string;
  readonly annotators: readonly Annotator[];
  /** In the order in which they are worked on, with the labels that they begin with. */
  readonly documents: Iterable<AssignedDocument & { readonly begin: readonly Annotation[] | null }>;
}

export interface AnnotationProjectStore {
  /** All of it or nothing. @throws annotation.name-taken */
  create(project: NewProject): AnnotationProject;
  /** @throws record.missing */
  get(id: number): AnnotationProject;
  findByName(name: string): AnnotationProject | undefined;
  /** In the order of their names. */
  list(): AnnotationProject[];
  annotators(id: number): Annotator[];
  scheme(id: number): SchemeVersion;
  putScheme(id: number, person: string, scheme: AnnotationScheme): SchemeVersion;
  /** The newest unless a version is named. @throws record.missing */
  guidelines(id: number, version?: number): GuidelinesVersion;
  /** Oldest first. */
  guidelineVersions(id: number): VersionMark[];
  putGuidelines(id: number, person: string, content: string): GuidelinesVersion;
  /** Its documents in order. */
  documents(id: number): { readonly number: number; readonly isTest: boolean }[];
  /** @throws record.missing for a document that is none of the project */
  document(id: number, number: number): { isTest: boolean; begin: readonly Annotation[] | null };
  /** With all labels and the log of it; documents and frozen sets stay. @throws record.missing */
  remove(id: number): void;
}

const select = `SELECT id, name, created_at_ms AS createdAtMs, created_by AS createdBy,
  settings_json AS settingsJson, document_count AS documentCount FROM annotation_projects`;
const mark = `version, at_ms AS atMs, person`;

type ProjectRow = Omit<AnnotationProject, 'settings'> & { readonly settingsJson: string };

function toProject({ settingsJson, ...row }: ProjectRow): AnnotationProject {
  return { ...row, settings: JSON.parse(settingsJson) as ProjectSettings };
}

export function openAnnotationProjectStore({
  sql,
  audit,
  nowMs,
}: StorageContext): AnnotationProjectStore {
  const get = (id: number) => {
    const row = sql.get(`${select} WHERE id = @id`, { id }) as ProjectRow | undefined;
    return toProject(requireRecord(row, 'project of annotation', String(id)));
  };
  const findByName = (name: string) => {
    const row = sql.get(`${select} WHERE name = @name`, { name }) as ProjectRow | undefined;
    return row === undefined ? undefined : toProject(row);
  };
  const scheme = (id: number): SchemeVersion => {
    const { schemeJson, ...row } = sql.get(
      `SELECT ${mark}, scheme_json AS schemeJson FROM annotation_schemes WHERE project_id = @id
         ORDER BY version DESC LIMIT 1`,
      { id },
    ) as VersionMark & { schemeJson: string };
    return { ...row, scheme: JSON.parse(schemeJson) as AnnotationScheme };
  };
  const guidelines = (id: number, version?: number) =>
    requireRecord(
      sql.get(
        `SELECT ${mark}, content FROM annotation_guidelines
           WHERE project_id = @id AND version = coalesce(@version, version)
           ORDER BY version DESC LIMIT 1`,
        { id, version: version ?? null },
      ) as GuidelinesVersion | undefined,
      'version of guidelines',
      String(version ?? 1),
    );
  const nextVersion = (table: 'annotation_schemes' | 'annotation_guidelines', id: number) =>
    (
      sql.get(`SELECT count(*) + 1 AS version FROM ${table} WHERE project_id = @id`, { id }) as {
        version: number;
      }
    ).version;
  const insertScheme = (id: number, person: string, content: AnnotationScheme) =>
    sql.insert(`INSERT INTO annotation_schemes VALUES (?, ?, ?, ?, ?)`, [
      id,
      nextVersion('annotation_schemes', id),
      nowMs(),
      person,
      JSON.stringify(content),
    ]);
  const insertGuidelines = (id: number, person: string, content: string) =>
    sql.insert(`INSERT INTO annotation_guidelines VALUES (?, ?, ?, ?, ?)`, [
      id,
      nextVersion('annotation_guidelines', id),
      nowMs(),
      person,
      content,
    ]);

  const insertDocuments = (id: number, documents: NewProject['documents']): number => {
    let position = 0;
    for (const { number, isTest, annotators, begin } of documents) {
      sql.insert(`INSERT INTO annotation_documents VALUES (?, ?, ?, ?, ?)`, [
        id,
        number,
        position,
        isTest ? 1 : 0,
        begin === null || begin.length === 0 ? null : JSON.stringify(begin),
      ]);
      for (const person of annotators) {
        sql.insert(
          `INSERT INTO annotation_works (project_id, document_id, person, purpose, position, state,
             is_flagged, is_unsure, remark_id, revision, span_count)
             VALUES (?, ?, ?, 'label', ?, 'open', 0, 0, NULL, 0, 0)`,
          [id, number, person, position],
        );
      }
      position++;
    }
    return position;
  };

  return {
    get,
    findByName,
    list: () => (sql.all(`${select} ORDER BY name`) as ProjectRow[]).map(toProject),

    create: ({ name, createdBy, settings, annotators, documents, ...first }) =>
      sql.transaction(() => {
        if (findByName(name) !== undefined) refuseName(name);
        const id = sql.insert(
          `INSERT INTO annotation_projects
             (name, created_at_ms, created_by, settings_json, document_count)
             VALUES (?, ?, ?, ?, 0)`,
          [name, nowMs(), createdBy, JSON.stringify(settings)],
        );
        insertScheme(id, createdBy, first.scheme);
        insertGuidelines(id, createdBy, first.guidelines);
        for (const [position, { person, most }] of annotators.entries()) {
          sql.insert(`INSERT INTO annotation_annotators VALUES (?, ?, ?, ?)`, [
            id,
            position,
            person,
            most,
          ]);
        }
        const documentCount = insertDocuments(id, documents);
        sql.run(`UPDATE annotation_projects SET document_count = @documentCount WHERE id = @id`, {
          id,
          documentCount,
        });
        audit.append('project.created', { projectId: id, documentCount });
        return get(id);
      }),

    annotators: (id) =>
      sql.all(
        `SELECT person, most FROM annotation_annotators WHERE project_id = @id ORDER BY position`,
        { id },
      ) as Annotator[],

    scheme,
    putScheme: (id, person, content) =>
      sql.transaction(() => {
        insertScheme(id, person, content);
        const put = scheme(id);
        audit.append('project.scheme-changed', { projectId: id, version: put.version });
        return put;
      }),

    guidelines,
    guidelineVersions: (id) =>
      sql.all(`SELECT ${mark} FROM annotation_guidelines WHERE project_id = @id ORDER BY version`, {
        id,
      }) as VersionMark[],
    putGuidelines: (id, person, content) =>
      sql.transaction(() => {
        insertGuidelines(id, person, content);
        const put = guidelines(id);
        audit.append('project.guidelines-written', { projectId: id, version: put.version });
        return put;
      }),

    documents: (id) =>
      (
        sql.all(
          `SELECT document_id AS number, is_test AS isTest FROM annotation_documents
             WHERE project_id = @id ORDER BY position`,
          { id },
        ) as { number: number; isTest: number }[]
      ).map(({ number, isTest }) => ({ number, isTest: isTest === 1 })),

    document(id, number) {
      const row = sql.get(
        `SELECT is_test AS isTest, begin_json AS beginJson FROM annotation_documents
           WHERE project_id = @id AND document_id = @number`,
        { id, number },
      ) as { isTest: number; beginJson: string | null } | undefined;
      const { isTest, beginJson } = requireRecord(row, 'document of the project', String(number));
      return {
        isTest: isTest === 1,
        begin: beginJson === null ? null : (JSON.parse(beginJson) as Annotation[]),
      };
    },

    remove(id) {
      sql.transaction(() => {
        const { documentCount } = get(id);
        sql.run(`DELETE FROM annotation_projects WHERE id = @id`, { id });
        audit.append('project.removed', { projectId: id, documentCount });
      });
    },
  };
}

function refuseName(name: string): never {
  throw new AnamnesisError('annotation.name-taken', {
    expected: say('annotation', 'newName'),
    found: `“${name}”`,
    remedy: say('annotation', 'otherName'),
  });
}
