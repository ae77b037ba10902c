import type { AnnotationEdit, AnnotationWork } from '#core/domain/annotation-work.ts';
import type { Sql } from './database.ts';

/** What is kept of an action. `begin` gives a work the labels that its document came with. */
export interface NewAction {
  readonly projectId: number;
  readonly person: string;
  readonly kind: 'edit' | 'undo' | 'redo' | 'begin';
  /** The action that is undone or redone. */
  readonly ofAction: number | null;
  readonly schemeVersion: number;
  readonly guidelineVersion: number;
}

/** How one work changes in an action. */
export interface WorkEdits {
  readonly workId: number;
  /** As whoever asks has seen it. */
  readonly revision: number;
  readonly edits: readonly AnnotationEdit[];
  /** The work as the edits make it. */
  readonly after: AnnotationWork;
}

/** An action of a person that can be undone or redone. */
export interface UndoSteps {
  readonly undo: number | null;
  readonly redo: number | null;
}

/** As the log keeps an edit: a remark is the number of its text, which stands apart. */
type LoggedEdit =
  | Exclude<AnnotationEdit, { kind: 'remark' }>
  | { readonly kind: 'remark'; readonly before: number | null; readonly after: number | null };

interface EditRow {
  readonly workId: number;
  readonly editJson: string;
}

/**
 * The log of what people did: never changed, and never cut while the project is there. It holds
 * places, labels and persons, but no text of a note: not even what people remark, which may quote one.
 */
export function openAnnotationLog(sql: Sql, nowMs: () => number) {
  const remarkOf = (workId: number) =>
    (
      sql.get(`SELECT remark_id AS id FROM annotation_works WHERE id = @workId`, { workId }) as {
        id: number | null;
      }
    ).id;

  const keepRemark = (projectId: number, content: string): number | null =>
    content === ''
      ? null
      : sql.insert(`INSERT INTO annotation_remarks (project_id, content) VALUES (?, ?)`, [
          projectId,
          content,
        ]);

  const readRemark = (id: number | null): string =>
    id === null
      ? ''
      : (
          sql.get(`SELECT content FROM annotation_remarks WHERE id = @id`, { id }) as {
            content: string;
          }
        ).content;

  const toEdit = ({ editJson }: EditRow): AnnotationEdit => {
    const logged = JSON.parse(editJson) as LoggedEdit;
    return logged.kind === 'remark'
      ? { kind: 'remark', before: readRemark(logged.before), after: readRemark(logged.after) }
      : logged;
  };

  const moveSteps = (actionId: number, { projectId, person, kind, ofAction }: NewAction) => {
    const values = { projectId, person };
    if (kind === 'edit') {
      sql.run(
        `DELETE FROM annotation_steps
           WHERE project_id = @projectId AND person = @person AND is_undone = 1`,
        values,
      );
      sql.run(
        `INSERT INTO annotation_steps
           SELECT @projectId, @person, coalesce(max(position) + 1, 0), @actionId, 0
             FROM annotation_steps WHERE project_id = @projectId AND person = @person`,
        { ...values, actionId },
      );
    } else if (kind !== 'begin') {
      sql.run(
        `UPDATE annotation_steps SET is_undone = @isUndone
           WHERE project_id = @projectId AND person = @person AND action_id = @ofAction`,
        { ...values, ofAction, isUndone: kind === 'undo' ? 1 : 0 },
      );
    }
  };

  return {
    /** Returns the number of the action, and of each change the number of the work's remark. */
    append(action: NewAction, changes: readonly WorkEdits[]) {
      const { projectId, person, kind, ofAction, schemeVersion, guidelineVersion } = action;
      const actionId = sql.insert(
        `INSERT INTO annotation_actions (project_id, person, at_ms, kind, of_action,
           scheme_version, guideline_version) VALUES (?, ?, ?, ?, ?, ?, ?)`,
        [projectId, person, nowMs(), kind, ofAction, schemeVersion, guidelineVersion],
      );
      let position = 0;
      const remarkIds = changes.map(({ workId, edits }) => {
        let remarkId = remarkOf(workId);
        for (const edit of edits) {
          let logged: LoggedEdit;
          if (edit.kind === 'remark') {
            const before = remarkId;
            remarkId = keepRemark(projectId, edit.after);
            logged = { kind: 'remark', before, after: remarkId };
          } else logged = edit;
          sql.insert(`INSERT INTO annotation_edits VALUES (?, ?, ?, ?)`, [
            actionId,
            position++,
            workId,
            JSON.stringify(logged),
          ]);
        }
        return remarkId;
      });
      moveSteps(actionId, action);
      return { actionId, remarkIds };
    },

    steps(projectId: number, person: string): UndoSteps {
      const next = (isUndone: 0 | 1) =>
        (
          sql.get(
            `SELECT action_id AS id FROM annotation_steps WHERE project_id = @projectId
               AND person = @person AND is_undone = @isUndone
               ORDER BY position ${isUndone === 0 ? 'DESC' : 'ASC'} LIMIT 1`,
            { projectId, person, isUndone },
          ) as { id: number } | undefined
        )?.id ?? null;
      return { undo: next(0), redo: next(1) };
    },

    editsOf(actionId: number) {
      const rows = sql.all(
        `SELECT work_id AS workId, edit_json AS editJson FROM annotation_edits
           WHERE action_id = @actionId ORDER BY position`,
        { actionId },
      ) as EditRow[];
      const byWork = new Map<number, AnnotationEdit[]>();
      for (const row of rows) {
        const edits = byWork.get(row.workId);
        if (edits === undefined) byWork.set(row.workId, [toEdit(row)]);
        else edits.push(toEdit(row));
      }
      return [...byWork].map(([workId, edits]) => ({ workId, edits }));
    },

    history: (workId: number) =>
      (
        sql.all(
          `SELECT work_id AS workId, edit_json AS editJson FROM annotation_edits
             WHERE work_id = @workId ORDER BY action_id, position`,
          { workId },
        ) as EditRow[]
      ).map(toEdit),
  };
}
