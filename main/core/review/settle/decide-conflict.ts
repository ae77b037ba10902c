import { AnamnesisError } from '#core/base/error.ts';
import { applyEdits } from '#core/annotation/edits/apply-edits.ts';
import {
  allowsBoth,
  type Decision,
  decisionOf,
  isSettled,
} from '#core/annotation/settle/settle-differences.ts';
import type { UndoSteps } from '#core/storage/annotation-log.ts';
import { refuseOutdated } from '#core/storage/annotation-works.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import { beginSettling } from './open-differences.ts';
import { withState } from './with-state.ts';

export interface AskedDecision {
  readonly projectId: number;
  readonly person: string;
  readonly number: number;
  /** As the person saw it. */
  readonly revision: number;
  readonly conflictId: string;
  /** Null takes a decision back. */
  readonly decision: Decision | null;
}

export interface DecidedConflict {
  readonly revision: number;
  readonly isSettled: boolean;
  readonly steps: UndoSteps;
}

/**
 * Decides one conflict. An action as any: on the disk when it returns, and undone like others. A document is settled when nothing is open.
 * @throws annotation.outdated, annotation.not-both-done, annotation.conflict-missing
 */
export function decideConflict(workspace: Workspace, asked: AskedDecision): DecidedConflict {
  const { projectId, person, number, conflictId, decision } = asked;
  const { annotationProjects, annotationWorks } = workspace;
  return workspace.transaction(() => {
    const differences = beginSettling(workspace, { projectId, number, person });
    const { conflicts, settling } = differences;
    if (settling.revision !== asked.revision) refuseOutdated();
    const conflict = conflicts.find(({ id }) => id === conflictId);
    if (conflict === undefined || (decision === 'both' && !allowsBoth(conflict))) refuseConflict();
    const before = settling.work;
    const was = decisionOf(before.verdicts, conflictId);
    if (was === decision) {
      return {
        revision: asked.revision,
        isSettled: isSettled(differences, before.verdicts),
        steps: annotationWorks.steps(projectId, person),
      };
    }
    const verdict = { kind: 'verdict', about: conflictId, before: was, after: decision } as const;
    const edits = withState(differences, before, [verdict]);
    const after = applyEdits(before, edits);
    annotationWorks.commit(
      {
        projectId,
        person,
        kind: 'edit',
        ofAction: null,
        schemeVersion: annotationProjects.scheme(projectId).version,
        guidelineVersion: annotationProjects.guidelines(projectId).version,
      },
      [{ workId: settling.id, revision: asked.revision, edits, after }],
    );
    return {
      revision: asked.revision + 1,
      isSettled: isSettled(differences, after.verdicts),
      steps: annotationWorks.steps(projectId, person),
    };
  });
}

function refuseConflict(): never {
  throw new AnamnesisError('annotation.conflict-missing', {
    expected: say('annotation', 'openConflict'),
    found: say('annotation', 'noSuchConflict'),
    remedy: say('annotation', 'openAgain'),
  });
}
