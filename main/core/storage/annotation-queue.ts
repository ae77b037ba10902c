import type { suggestionVerdicts, WorkState } from '#core/domain/annotation-work.ts';
import { searchStatement, toMatch } from './document-search.ts';
import type { StorageContext } from './storage-context.ts';

/** Which of the documents that a person labels; what is left out does not narrow. */
export interface QueueFilter {
  readonly projectId: number;
  readonly person: string;
  readonly state?: WorkState;
  readonly isFlagged?: boolean;
  readonly isUnsure?: boolean;
  readonly hasRemark?: boolean;
  /** A class or type that the person gave. */
  readonly label?: string;
  /** As a person types it; found in the newest versions of documents. */
  readonly search?: string;
}

export interface QueueRow {
  readonly number: number;
  readonly position: number;
  readonly id: string;
  readonly patient: string | null;
  readonly date: string | null;
  readonly kind: string | null;
  readonly wordCount: number;
  readonly state: WorkState;
  readonly isFlagged: boolean;
  readonly isUnsure: boolean;
  readonly hasRemark: boolean;
  readonly classes: readonly string[];
  readonly spanCount: number;
}

export interface Progress {
  readonly assigned: number;
  readonly open: number;
  readonly done: number;
  readonly skipped: number;
  readonly flagged: number;
  readonly unsure: number;
}

export interface AnnotationQueue {
  page(
    filter: QueueFilter,
    part: { readonly skip: number; readonly limit: number },
  ): { readonly total: number; readonly rows: readonly QueueRow[] };
  /** The nearest that fits after a position of the queue, or before one; null where none does. */
  neighbour(
    filter: QueueFilter,
    from: { readonly position: number; readonly direction: 'next' | 'previous' },
  ): number | null;
  /** All that fit, in order. */
  numbers(filter: QueueFilter): number[];
  /** Documents that nobody has touched, without those of the test slice, in the order of the queue. */
  untouched(projectId: number): number[];
  /**
   * Puts those of these documents that nobody has touched since into this order, in the places that
   * they have together: what was begun, and the test slice, stay where they are.
   */
  reorder(projectId: number, numbers: readonly number[]): void;
  /** Of each person who labels in a project. */
  progress(projectId: number): ReadonlyMap<string, Progress>;
  /** Documents by how many label them and how many have done so. */
  completion(projectId: number): {
    readonly complete: number;
    readonly double: number;
    readonly doubleDone: number;
  };
  /** Documents that all who label them have done, at least so many. */
  doneByAll(projectId: number, persons: number): number[];
  /** Documents whose differences are settled; only those that a person labels, where one is named. */
  settled(projectId: number, labelledBy?: string): number[];
  /** What a person made of suggestions. */
  verdicts(
    projectId: number,
    person: string,
  ): Readonly<Record<(typeof suggestionVerdicts)[number], number>>;
  /** When a person's last documents were done, the newest first. */
  ends(projectId: number, person: string, limit: number): number[];
  countDoneSince(projectId: number, person: string, fromMs: number): number;
}

/** A filter in SQL. The search of a collection finds the numbers of its newest versions. */
function toConditions(filter: QueueFilter, collectionIds: readonly number[]) {
  const match = filter.search === undefined ? null : toMatch(filter.search);
  const conditions = [
    `project_id = @projectId AND person = @person AND purpose = 'label'`,
    ...(filter.state === undefined ? [] : ['state = @state']),
    ...(filter.isFlagged === undefined ? [] : ['is_flagged = @isFlagged']),
    ...(filter.isUnsure === undefined ? [] : ['is_unsure = @isUnsure']),
    ...(filter.hasRemark === undefined
      ? []
      : [`remark_id IS ${filter.hasRemark ? 'NOT ' : ''}NULL`]),
    ...(filter.label === undefined
      ? []
      : [`+id IN (SELECT work_id FROM annotation_labels WHERE label = @label)`]),
    ...(filter.search === undefined
      ? []
      : [
          match === null || collectionIds.length === 0
            ? '0'
            : `+document_id IN (${collectionIds
                .map((id) => searchStatement(id, match))
                .join(' UNION ALL ')})`,
        ]),
  ];
  const { projectId, person, state, isFlagged, isUnsure, label } = filter;
  const values = { projectId, person, state, label, match: match ?? undefined };
  const flags = {
    isFlagged: isFlagged === undefined ? undefined : Number(isFlagged),
    isUnsure: isUnsure === undefined ? undefined : Number(isUnsure),
  };
  const given = Object.entries({ ...values, ...flags }).filter(([, value]) => value !== undefined);
  return {
    where: `annotation_works INDEXED BY annotation_works_in_queue WHERE ${conditions.join(' AND ')}`,
    values: Object.fromEntries(given) as Record<string, string | number>,
  };
}

export function openAnnotationQueue({ sql }: StorageContext): AnnotationQueue {
  const untouched = (projectId: number) =>
    sql.all(
      `SELECT document_id AS number, position FROM annotation_documents AS own
         WHERE project_id = @projectId AND is_test = 0 AND NOT EXISTS (
           SELECT 1 FROM annotation_works INDEXED BY annotation_works_by_document
             WHERE project_id = @projectId AND purpose = 'label'
               AND document_id = own.document_id AND revision > 0)
         ORDER BY position`,
      { projectId },
    ) as { number: number; position: number }[];
  const conditionsOf = (filter: QueueFilter) => {
    if (filter.search === undefined) return toConditions(filter, []);
    const collections = sql.all(
      `SELECT DISTINCT collection_id AS id FROM annotation_documents
         JOIN documents ON documents.id = document_id WHERE project_id = @projectId`,
      { projectId: filter.projectId },
    ) as { id: number }[];
    return toConditions(
      filter,
      collections.map(({ id }) => id),
    );
  };

  return {
    page(filter, { skip, limit }) {
      const { where, values } = conditionsOf(filter);
      const { total } = sql.get(`SELECT count(*) AS total FROM ${where}`, values) as {
        total: number;
      };
      const rows = sql.all(
        `SELECT documents.id AS number, position, own_id AS id, nullif(patient, '') AS patient,
           nullif(date, '') AS date, nullif(documents.kind, '') AS kind, word_count AS wordCount,
           state, is_flagged AS isFlagged, is_unsure AS isUnsure,
           remark_id IS NOT NULL AS hasRemark, span_count AS spanCount,
           (SELECT json_group_array(label ORDER BY label) FROM annotation_labels
              WHERE work_id = works.id AND annotation_labels.kind = 'class') AS classesJson
           FROM annotation_works AS works JOIN documents ON documents.id = document_id
           WHERE works.id IN (SELECT id FROM ${where} ORDER BY position LIMIT @limit OFFSET @skip)
           ORDER BY position`,
        { ...values, skip, limit },
      ) as (Omit<QueueRow, 'classes' | 'isFlagged' | 'isUnsure' | 'hasRemark'> &
        Record<'isFlagged' | 'isUnsure' | 'hasRemark', number> & { classesJson: string })[];
      return {
        total,
        rows: rows.map(({ classesJson, isFlagged, isUnsure, hasRemark, ...row }) => ({
          ...row,
          isFlagged: isFlagged === 1,
          isUnsure: isUnsure === 1,
          hasRemark: hasRemark === 1,
          classes: JSON.parse(classesJson) as string[],
        })),
      };
    },

    neighbour(filter, { position, direction }) {
      const { where, values } = conditionsOf(filter);
      const isNext = direction === 'next';
      const row = sql.get(
        `SELECT document_id AS number FROM annotation_works WHERE id =
           (SELECT id FROM ${where} AND position ${isNext ? '>' : '<'} @position
              ORDER BY position ${isNext ? 'ASC' : 'DESC'} LIMIT 1)`,
        { ...values, position },
      ) as { number: number } | undefined;
      return row?.number ?? null;
    },

    numbers(filter) {
      const { where, values } = conditionsOf(filter);
      const rows = sql.all(
        `SELECT document_id AS number FROM annotation_works
           WHERE id IN (SELECT id FROM ${where}) ORDER BY position`,
        values,
      ) as { number: number }[];
      return rows.map(({ number }) => number);
    },

    untouched: (projectId) => untouched(projectId).map(({ number }) => number),

    reorder(projectId, numbers) {
      sql.transaction(() => {
        const positions = new Map(
          untouched(projectId).map(({ number, position }) => [number, position]),
        );
        const kept = numbers.filter((number) => positions.has(number));
        const places = kept.map((number) => positions.get(number) ?? 0).sort((a, b) => a - b);
        for (const [at, number] of kept.entries()) {
          const values = { projectId, number, position: places[at] };
          sql.run(
            `UPDATE annotation_documents SET position = @position
               WHERE project_id = @projectId AND document_id = @number`,
            values,
          );
          sql.run(
            `UPDATE annotation_works SET position = @position
               WHERE project_id = @projectId AND document_id = @number AND purpose = 'label'`,
            values,
          );
        }
      });
    },

    progress(projectId) {
      const rows = sql.all(
        `SELECT person, count(*) AS assigned, sum(state = 'open') AS open,
           sum(state = 'done') AS done, sum(state = 'skipped') AS skipped,
           sum(is_flagged) AS flagged, sum(is_unsure) AS unsure
           FROM annotation_works INDEXED BY annotation_works_in_queue
           WHERE project_id = @projectId AND purpose = 'label' GROUP BY person`,
        { projectId },
      ) as (Progress & { person: string })[];
      return new Map(rows.map(({ person, ...progress }) => [person, progress]));
    },

    completion: (projectId) =>
      sql.get(
        `SELECT count(*) FILTER (WHERE done = works) AS complete,
           count(*) FILTER (WHERE works > 1) AS double,
           count(*) FILTER (WHERE works > 1 AND done = works) AS doubleDone
           FROM (SELECT count(*) AS works, sum(state = 'done') AS done
             FROM annotation_works INDEXED BY annotation_works_by_document
             WHERE project_id = @projectId AND purpose = 'label' GROUP BY document_id)`,
        { projectId },
      ) as ReturnType<AnnotationQueue['completion']>,

    doneByAll: (projectId, persons) =>
      (
        sql.all(
          `SELECT document_id AS number
             FROM annotation_works INDEXED BY annotation_works_by_document
             WHERE project_id = @projectId AND purpose = 'label' GROUP BY document_id
             HAVING count(*) >= @persons AND sum(state = 'done') = count(*)`,
          { projectId, persons },
        ) as { number: number }[]
      ).map(({ number }) => number),

    settled: (projectId, labelledBy) =>
      (
        sql.all(
          `SELECT document_id AS number
             FROM annotation_works AS settling INDEXED BY annotation_works_by_document
             WHERE project_id = @projectId AND purpose = 'settle' AND state = 'done'
               AND (@labelledBy IS NULL OR EXISTS (SELECT 1 FROM annotation_works AS own
                 WHERE own.project_id = settling.project_id AND own.purpose = 'label'
                   AND own.document_id = settling.document_id AND own.person = @labelledBy))
             ORDER BY document_id`,
          { projectId, labelledBy: labelledBy ?? null },
        ) as { number: number }[]
      ).map(({ number }) => number),

    verdicts(projectId, person) {
      const rows = sql.all(
        `SELECT verdict.value AS verdict, count(*) AS count
           FROM annotation_works, json_each(verdicts_json) AS verdict
           WHERE project_id = @projectId AND person = @person AND purpose = 'label'
             AND verdicts_json IS NOT NULL
           GROUP BY verdict.value`,
        { projectId, person },
      ) as { verdict: string; count: number }[];
      const countOf = (verdict: string) => rows.find((row) => row.verdict === verdict)?.count ?? 0;
      return {
        accepted: countOf('accepted'),
        changed: countOf('changed'),
        rejected: countOf('rejected'),
      };
    },

    countDoneSince: (projectId, person, fromMs) =>
      (
        sql.get(
          `SELECT count(*) AS count FROM annotation_works INDEXED BY annotation_works_by_end
             WHERE project_id = @projectId AND person = @person AND purpose = 'label'
               AND done_at_ms >= @fromMs`,
          { projectId, person, fromMs },
        ) as { count: number }
      ).count,

    ends: (projectId, person, limit) =>
      (
        sql.all(
          `SELECT done_at_ms AS atMs FROM annotation_works INDEXED BY annotation_works_by_end
             WHERE project_id = @projectId AND person = @person AND purpose = 'label' AND done_at_ms IS NOT NULL
             ORDER BY done_at_ms DESC LIMIT @limit`,
          { projectId, person, limit },
        ) as { atMs: number }[]
      ).map(({ atMs }) => atMs),
  };
}
