import { AnamnesisError } from '#core/base/error.ts';
import { applyEdits } from '#core/annotation/edits/apply-edits.ts';
import { checkRestored } from '#core/annotation/edits/check-restored.ts';
import { describeChange } from '#core/annotation/edits/describe-change.ts';
import { invertEdits } from '#core/annotation/edits/invert-edits.ts';
import { decisionOf } from '#core/annotation/settle/settle-differences.ts';
import type { AnnotationEdit } from '#core/domain/annotation-work.ts';
import type { WorkEdits } from '#core/storage/annotation-log.ts';
import { refuseOutdated, type StoredWork } from '#core/storage/annotation-works.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import { openDifferences } from '../settle/open-differences.ts';
import { withState } from '../settle/with-state.ts';
import {
  type AppliedAction,
  type ChangedDocument,
  describeDocument,
  refuseLocked,
  withLocks,
} from './apply-action.ts';
import { openWork } from './open-work.ts';

export interface AskedUndo {
  readonly projectId: number;
  readonly person: string;
  /** The action as the person has last heard of it. */
  readonly actionId: number;
  readonly direction: 'undo' | 'redo';
}

/**
 * Undoes the last action of a person in a project, or redoes the one undone last: on whichever
 * documents it was, since whenever. All of it or nothing, and on the disk when it returns.
 * @throws annotation.nothing-to-undo, annotation.outdated also where another person has decided anew
 * what the action had decided, annotation.adjudicated,
 * annotation.label-unknown where it would bring back what the scheme has not any more
 */
export function undoAction(workspace: Workspace, asked: AskedUndo): AppliedAction {
  const { projectId, person, direction } = asked;
  const { annotationWorks, annotationProjects } = workspace;
  return workspace.transaction(() => {
    const next = annotationWorks.steps(projectId, person)[direction];
    if (next === null) refuseNothing();
    if (next !== asked.actionId) refuseOutdated();
    const { scheme, version: schemeVersion } = annotationProjects.scheme(projectId);
    const { version: guidelineVersion } = annotationProjects.guidelines(projectId);
    const changes: WorkEdits[] = [];
    const documents: Omit<ChangedDocument, 'isLocked'>[] = [];
    for (const { workId, edits: made } of annotationWorks.editsOf(next)) {
      const edits = direction === 'undo' ? invertEdits(made) : made;
      checkRestored(edits, scheme);
      const touched = annotationWorks.get(workId);
      if (touched.purpose === 'settle') {
        changes.push(undoDecision(workspace, touched, edits));
        continue;
      }
      const { number } = touched;
      const opened = openWork(workspace, { projectId, person, number });
      if (opened.isLocked) refuseLocked();
      const { revision, work } = opened.stored;
      const after = applyEdits(work, edits);
      changes.push({ workId, revision, edits, after });
      documents.push(
        describeDocument(describeChange(edits, after), after.verdicts, opened.suggestions, {
          number,
          revision: revision + 1,
        }),
      );
    }
    const versions = { schemeVersion, guidelineVersion };
    const actionId = annotationWorks.commit(
      { projectId, person, kind: direction, ofAction: next, ...versions },
      changes,
    );
    return {
      actionId,
      documents: withLocks(workspace, projectId, documents),
      steps: annotationWorks.steps(projectId, person),
    };
  });
}

/** Only the verdicts are the person's own; the state of the document follows from those of all. */
function undoDecision(
  workspace: Workspace,
  { id: workId, projectId, number, revision, work }: StoredWork,
  made: readonly AnnotationEdit[],
): WorkEdits {
  const verdicts = made.flatMap((edit) => (edit.kind === 'verdict' ? [edit] : []));
  if (verdicts.some(({ about, before }) => decisionOf(work.verdicts, about) !== before)) {
    refuseOutdated();
  }
  const edits = withState(openDifferences(workspace, projectId, number), work, verdicts);
  return { workId, revision, edits, after: applyEdits(work, edits) };
}

function refuseNothing(): never {
  throw new AnamnesisError('annotation.nothing-to-undo', {
    expected: say('annotation', 'earlierAction'),
    found: say('annotation', 'none'),
    remedy: say('annotation', 'openAgain'),
  });
}
