import { AnamnesisError } from '#core/base/error.ts';
import { byLabel, byPlace } from '#core/domain/annotation-order.ts';
import type { WorkPurpose } from '#core/domain/annotation-project.ts';
import type {
  AnnotationEdit,
  AnnotationWork,
  GivenClass,
  GivenSpan,
  LabelGiven,
  WorkState,
} from '#core/domain/annotation-work.ts';
import type { Span } from '#core/domain/text.ts';
import { say } from '#core/wording/say.ts';
import {
  openAnnotationLog,
  type NewAction,
  type UndoSteps,
  type WorkEdits,
} from './annotation-log.ts';
import type { Sql } from './database.ts';
import type { StorageContext } from './storage-context.ts';

/** Whose work on what. */
export interface WorkPlace {
  readonly projectId: number;
  /** Of the document. */
  readonly number: number;
  readonly person: string;
  readonly purpose: WorkPurpose;
}

export interface StoredWork extends WorkPlace {
  readonly id: number;
  readonly position: number;
  /** Counts changes; who edits says which one they saw. */
  readonly revision: number;
  readonly work: AnnotationWork;
}

export interface AnnotationWorkStore {
  find(place: WorkPlace): StoredWork | undefined;
  get(workId: number): StoredWork;
  /** Where in its queue; undefined where there is no such work. */
  positionOf(place: WorkPlace): number | undefined;
  /** Of all works of all projects. */
  ids(): number[];
  /** Of all persons on a document. */
  ofDocument(projectId: number, number: number, purpose: WorkPurpose): StoredWork[];
  /** Opens a work that was not assigned beforehand, such as one of settling. */
  open(place: WorkPlace, position: number): StoredWork;
  /**
   * Keeps an action with its edits and what they make of the works, all or nothing; on the disk when
   * it returns. Returns the number of the action. @throws annotation.outdated
   */
  commit(action: NewAction, changes: readonly WorkEdits[]): number;
  /** Whether several label a document and all have done it. */
  isDoneByBoth(projectId: number, number: number): boolean;
  steps(projectId: number, person: string): UndoSteps;
  /** The edits of an action, by work, as they were applied. */
  editsOf(actionId: number): { readonly workId: number; readonly edits: AnnotationEdit[] }[];
  /** All edits of a work, the oldest first: applied to an untouched one, they give what it is. */
  history(workId: number): AnnotationEdit[];
  /** How many works have a label of a kind; for what may be taken from a scheme. */
  countLabel(projectId: number, kind: 'class' | 'span', label: string): number;
  /** How many marks have a value of an attribute. */
  countAttribute(projectId: number, name: string, value: string): number;
}

interface WorkRow extends WorkPlace {
  readonly id: number;
  readonly position: number;
  readonly revision: number;
  readonly state: WorkState;
  readonly isFlagged: number;
  readonly isUnsure: number;
  readonly remark: string | null;
  readonly verdictsJson: string | null;
}

interface LabelRow {
  readonly kind: 'class' | 'span';
  readonly markId: string;
  readonly label: string;
  readonly fragmentsJson: string | null;
  readonly attributesJson: string | null;
  readonly givenJson: string;
}

const select = `SELECT annotation_works.id AS id, annotation_works.project_id AS projectId,
  document_id AS number, person, purpose, position, revision, state, is_flagged AS isFlagged,
  is_unsure AS isUnsure, content AS remark, verdicts_json AS verdictsJson
  FROM annotation_works LEFT JOIN annotation_remarks ON annotation_remarks.id = remark_id`;

export function openAnnotationWorkStore({ sql, nowMs }: StorageContext): AnnotationWorkStore {
  const log = openAnnotationLog(sql, nowMs);

  const toStored = (row: WorkRow): StoredWork => {
    const { state, isFlagged, isUnsure, remark, verdictsJson, ...rest } = row;
    const verdicts = JSON.parse(verdictsJson ?? '{}') as Record<string, string>;
    const plain = { state, isFlagged: isFlagged === 1, isUnsure: isUnsure === 1 };
    return {
      ...rest,
      work: { ...readLabels(sql, row.id), ...plain, remark: remark ?? '', verdicts },
    };
  };
  const find = ({ projectId, number, person, purpose }: WorkPlace) => {
    const row = sql.get(
      `${select} WHERE annotation_works.project_id = @projectId AND document_id = @number
         AND person = @person AND purpose = @purpose`,
      { projectId, number, person, purpose },
    ) as WorkRow | undefined;
    return row === undefined ? undefined : toStored(row);
  };
  const get = (workId: number) =>
    toStored(sql.get(`${select} WHERE annotation_works.id = @workId`, { workId }) as WorkRow);

  const write = ({ workId, revision, edits, after }: WorkEdits, remarkId: number | null) => {
    for (const edit of edits) writeLabels(sql, workId, edit);
    const isDone = edits.some((edit) => edit.kind === 'state') && after.state === 'done';
    const changed = sql.run(
      `UPDATE annotation_works SET state = @state, is_flagged = @isFlagged,
         is_unsure = @isUnsure, remark_id = @remarkId, revision = revision + 1,
         span_count = @spanCount, verdicts_json = @verdictsJson,
         done_at_ms = CASE WHEN @isDone THEN @atMs WHEN @state <> 'done' THEN NULL
           ELSE done_at_ms END
         WHERE id = @workId AND revision = @revision`,
      {
        workId,
        revision,
        state: after.state,
        isFlagged: after.isFlagged ? 1 : 0,
        isUnsure: after.isUnsure ? 1 : 0,
        remarkId,
        spanCount: after.spans.length,
        verdictsJson:
          Object.keys(after.verdicts).length === 0 ? null : JSON.stringify(after.verdicts),
        isDone: isDone ? 1 : 0,
        atMs: nowMs(),
      },
    );
    if (changed === 0) refuseOutdated();
  };

  return {
    find,
    get,
    positionOf: ({ projectId, number, person, purpose }) =>
      (
        sql.get(
          `SELECT position FROM annotation_works WHERE project_id = @projectId
             AND document_id = @number AND person = @person AND purpose = @purpose`,
          { projectId, number, person, purpose },
        ) as { position: number } | undefined
      )?.position,
    ids: () =>
      (sql.all(`SELECT id FROM annotation_works ORDER BY id`) as { id: number }[]).map(
        ({ id }) => id,
      ),

    ofDocument: (projectId, number, purpose) =>
      (
        sql.all(
          `${select} WHERE annotation_works.project_id = @projectId AND document_id = @number
             AND purpose = @purpose ORDER BY annotation_works.id`,
          { projectId, number, purpose },
        ) as WorkRow[]
      ).map(toStored),

    open: (place, position) =>
      sql.transaction(() => {
        const known = find(place);
        if (known !== undefined) return known;
        const { projectId, number, person, purpose } = place;
        return get(
          sql.insert(
            `INSERT INTO annotation_works (project_id, document_id, person, purpose, position, state,
               is_flagged, is_unsure, remark_id, revision, span_count)
               VALUES (?, ?, ?, ?, ?, 'open', 0, 0, NULL, 0, 0)`,
            [projectId, number, person, purpose, position],
          ),
        );
      }),

    commit: (action, changes) =>
      sql.transaction(() => {
        const { actionId, remarkIds } = log.append(action, changes);
        for (const [index, change] of changes.entries()) write(change, remarkIds[index]);
        return actionId;
      }),

    isDoneByBoth: (projectId, number) =>
      (
        sql.get(
          `SELECT count(*) > 1 AND sum(state = 'done') = count(*) AS isDone
             FROM annotation_works INDEXED BY annotation_works_by_document
             WHERE project_id = @projectId AND purpose = 'label' AND document_id = @number`,
          { projectId, number },
        ) as { isDone: number }
      ).isDone === 1,

    steps: (projectId, person) => log.steps(projectId, person),
    editsOf: (actionId) => log.editsOf(actionId),
    history: log.history,

    countLabel: (projectId, kind, label) =>
      (
        sql.get(
          `SELECT count(*) AS count FROM annotation_labels
             JOIN annotation_works ON annotation_works.id = work_id
             WHERE label = @label AND kind = @kind AND project_id = @projectId`,
          { projectId, kind, label },
        ) as { count: number }
      ).count,

    countAttribute: (projectId, name, value) =>
      (
        sql.get(
          `SELECT count(*) AS count FROM annotation_works
             JOIN annotation_labels ON annotation_works.id = work_id,
             json_each(attributes_json) AS attribute
             WHERE project_id = @projectId AND attribute.key = @name AND attribute.value = @value`,
          { projectId, name, value },
        ) as { count: number }
      ).count,
  };
}

function readLabels(sql: Sql, workId: number): Pick<AnnotationWork, 'classes' | 'spans'> {
  const rows = sql.all(
    `SELECT kind, mark_id AS markId, label, fragments_json AS fragmentsJson,
       attributes_json AS attributesJson, given_json AS givenJson
       FROM annotation_labels WHERE work_id = @workId`,
    { workId },
  ) as LabelRow[];
  const classes: GivenClass[] = [];
  const spans: GivenSpan[] = [];
  for (const row of rows) {
    const given = JSON.parse(row.givenJson) as LabelGiven;
    if (row.kind === 'class') classes.push({ label: row.label, given });
    else {
      spans.push({
        id: row.markId,
        type: row.label,
        fragments: JSON.parse(row.fragmentsJson ?? '[]') as Span[],
        attributes: JSON.parse(row.attributesJson ?? '{}') as Record<string, string>,
        given,
      });
    }
  }
  return { classes: classes.sort(byLabel), spans: spans.sort(byPlace) };
}

function writeLabels(sql: Sql, workId: number, edit: AnnotationEdit): void {
  if (edit.kind === 'class-add' || edit.kind === 'class-remove') {
    const { label, given } = edit.class;
    if (edit.kind === 'class-remove')
      deleteLabel(sql, { workId, kind: 'class', markId: '', label });
    else insertLabel(sql, [workId, 'class', '', label, null, null, JSON.stringify(given)]);
  } else if (edit.kind === 'span-add') insertSpan(sql, workId, edit.span);
  else if (edit.kind === 'span-remove') deleteSpan(sql, workId, edit.span);
  else if (edit.kind === 'span-change') {
    deleteSpan(sql, workId, edit.before);
    insertSpan(sql, workId, edit.after);
  }
}

function insertSpan(sql: Sql, workId: number, span: GivenSpan): void {
  const { id, type, fragments, attributes, given } = span;
  const attributesJson = Object.keys(attributes).length === 0 ? null : JSON.stringify(attributes);
  const fragmentsJson = JSON.stringify(fragments);
  insertLabel(sql, [
    workId,
    'span',
    id,
    type,
    fragmentsJson,
    attributesJson,
    JSON.stringify(given),
  ]);
}

function insertLabel(sql: Sql, values: readonly (string | number | null)[]): void {
  sql.insert(`INSERT INTO annotation_labels VALUES (?, ?, ?, ?, ?, ?, ?)`, values);
}

function deleteSpan(sql: Sql, workId: number, { id, type }: GivenSpan): void {
  deleteLabel(sql, { workId, kind: 'span', markId: id, label: type });
}

function deleteLabel(sql: Sql, key: Readonly<Record<string, string | number>>): void {
  sql.run(
    `DELETE FROM annotation_labels
       WHERE work_id = @workId AND kind = @kind AND mark_id = @markId AND label = @label`,
    key,
  );
}

/** Another window, or the same person elsewhere, was first. @throws annotation.outdated */
export function refuseOutdated(): never {
  throw new AnamnesisError('annotation.outdated', {
    expected: say('annotation', 'newestState'),
    found: say('annotation', 'olderState'),
    remedy: say('annotation', 'openAgain'),
  });
}
